import type { FigureKind, Span } from '../core/document';
import { titleOf } from '../model/article';
import { statusOf, type Item } from '../model/items';
import { nest, type Node } from '../model/nest';
import { escapeXml, spansIn, type ExportInput } from './input';

/** TEI P5: the article as it reads, names and figures and quotes as elements, decisions in `@cert` and notes. */
export function tei(input: ExportInput): string {
  const { article, document, items } = input;
  const ids = new Map(items.map((item, i) => [item, `i${i + 1}`]));
  const title = escapeXml(titleOf(article));
  const blocks = document.blocks.map((block) => {
    const tag = block.kind === 'title' || block.kind === 'heading' ? 'head' : 'p';
    return { tag, content: `<${tag}>${marked(article.text, block, items, ids)}</${tag}>` };
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"${document.language === 'und' ? '' : ` xml:lang="${document.language}"`}>
<teiHeader>
<fileDesc>
<titleStmt><title>${title}</title></titleStmt>
<publicationStmt><p>Annotated and checked with Manicule.</p></publicationStmt>
<sourceDesc><p>${document.date ? `<date when="${escapeXml(document.date)}"/>` : 'Born digital.'}</p></sourceDesc>
</fileDesc>
</teiHeader>
<text>
<body>
${divisions(blocks)}
</body>
</text>
<standOff>
${standOff(input, ids)}
</standOff>
</TEI>
`;
}

/** A head must come first in its division, so every heading opens one. */
function divisions(blocks: { tag: string; content: string }[]): string {
  const groups: string[][] = [];
  let onlyHeads = false;
  for (const { tag, content } of blocks) {
    if (!groups.length || (tag === 'head' && !onlyHeads)) groups.push([]);
    groups.at(-1)!.push(content);
    onlyHeads = tag === 'head' && groups.at(-1)!.every((one) => one.startsWith('<head>'));
  }
  if (!groups.length) groups.push([]);
  return groups.map((lines) => `<div>\n${[...lines, ...(lines.every((one) => one.startsWith('<head>')) ? ['<p/>'] : [])].join('\n')}\n</div>`).join('\n');
}

function marked(text: string, block: Span, items: readonly Item[], ids: Map<Item, string>): string {
  const write = (nodes: Node<Item>[]): string =>
    nodes
      .map((node) => {
        if ('text' in node) return escapeXml(node.text).replaceAll('\n', '<lb/>\n');
        const [tag, attributes] = elementOf(node.value);
        return `<${tag}${attributes} corresp="#${ids.get(node.value)}">${write(node.children)}</${tag}>`;
      })
      .join('');
  return write(nest(text.slice(block.start, block.end), spansIn(block, items)));
}

function elementOf(item: Item): [tag: string, attributes: string] {
  if (item.layer === 'entity') {
    const names: Record<string, [string, string]> = {
      person: ['persName', ''],
      organization: ['orgName', ''],
      place: ['placeName', ''],
      work: ['title', ''],
    };
    return names[item.kind] ?? ['name', ` type="${item.kind}"`];
  }
  if (item.layer === 'quote') return ['said', ` rend="${item.kind}"`];
  return figureElement(item.kind as FigureKind, item.figure?.value ?? '');
}

function figureElement(kind: FigureKind, value: string): [string, string] {
  const date = /^-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$/;
  const [from, to] = value.split('..');
  if (kind === 'date') {
    if (to !== undefined && date.test(from!) && date.test(to)) return ['date', ` from="${from}" to="${to}"`];
    return ['date', date.test(value) ? ` when="${padded(value)}"` : ''];
  }
  if (kind === 'time') return ['time', /^T\d\d:\d\d/.test(value) ? ` when="${padded(value.slice(1))}"` : ''];
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return ['num', ` value="${value}"`];
  if (kind === 'ordinal') return ['num', ` type="ordinal"${/^\d+$/.test(value) ? ` value="${value}"` : ''}`];
  return ['measure', ` type="${kind}"`];
}

/** XML times have seconds. */
function padded(value: string): string {
  return /(^|T)\d\d:\d\d$/.test(value) ? `${value}:00` : value;
}

function standOff({ items, language }: ExportInput, ids: Map<Item, string>): string {
  const notes = items.map((item) => {
    const { check } = item;
    const about = [language.strings.status[statusOf(item)], check?.correction, check?.source.locator, check?.source.date, check?.note].filter(Boolean).join('; ');
    return `<note xml:id="${ids.get(item)}" type="${item.kind}" subtype="${statusOf(item)}">${escapeXml(`${item.label}: ${about}`)}</note>`;
  });
  return `<listAnnotation>\n${notes.length ? notes.join('\n') : '<note/>'}\n</listAnnotation>`;
}
