import type { FigureKind } from '../core/document';
import { titleOf } from '../model/article';
import { statusOf, type Item } from '../model/items';
import { nest, type Layered, type Node } from '../model/nest';
import { escapeXml, spansIn, type ExportInput } from './input';

/** Of each item, also by the id of its entity. */
type Ids = ReadonlyMap<Item | string, string>;
/** Elements that hold words but no speech. */
const kPhrases = new Set(['persName', 'orgName', 'placeName', 'name', 'date', 'time', 'num', 'measure']);

/** TEI P5: the article as it reads, names and figures and quotes as elements, decisions in `@cert` and notes. */
export function tei(input: ExportInput): string {
  const { article, document, items } = input;
  const ids = new Map<Item | string, string>(items.flatMap((item, i) => [item, ...(item.entity ? [item.entity.id] : [])].map((one) => [one, `i${i + 1}`])));
  const title = escapeXml(titleOf(article));
  const spans = spansIn(document.blocks, items);
  const blocks = document.blocks.map((block, i) => {
    const tag = block.kind === 'title' || block.kind === 'heading' ? 'head' : 'p';
    return { tag, content: `<${tag}>${marked(article.text.slice(block.start, block.end), spans[i]!, ids)}</${tag}>` };
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

function marked(words: string, spans: Layered<Item>[], ids: Ids): string {
  const write = (nodes: Node<Item>[], inPhrase: boolean): string =>
    nodes
      .map((node) => {
        if ('text' in node) return escapeXml(node.text).replaceAll('\n', '<lb/>\n');
        const [tag, attributes] = node.value.layer === 'quote' ? quoteElement(node.value, ids, inPhrase) : elementOf(node.value);
        return `<${tag}${attributes} corresp="#${ids.get(node.value)}">${write(node.children, inPhrase || kPhrases.has(tag))}</${tag}>`;
      })
      .join('');
  return write(nest(words, spans), false);
}

function quoteElement({ kind, quote }: Item, ids: Ids, inPhrase: boolean): [string, string] {
  if (inPhrase) return ['seg', ` type="${kind}"`];
  const who = ids.get(quote?.speaker?.entity ?? '');
  return ['said', `${kind === 'reported' ? ' direct="false"' : ''}${who ? ` who="#${who}"` : ''}`];
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
  return figureElement(item.kind as FigureKind, item.figure?.value ?? '');
}

function figureElement(kind: FigureKind, value: string): [string, string] {
  if (kind === 'date' || kind === 'time') return [kind, temporal(value)];
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return ['num', ` value="${value}"`];
  if (kind === 'ordinal') return ['num', ` type="ordinal"${/^\d+$/.test(value) ? ` value="${value}"` : ''}`];
  const [, quantity, unit = kind === 'percent' ? '%' : ''] = /^(-?\d+(?:\.\d+)?)(?: ([\w/-]+))?$/.exec(value) ?? [];
  return ['measure', ` type="${kind}"${quantity ? ` quantity="${quantity}"` : ''}${quantity && unit ? ` unit="${unit}"` : ''}`];
}

/** As XML Schema writes dates and times, where it can: with seconds, and a time alone without its T. */
function temporal(value: string): string {
  const moments = value.split('..').map((moment) => {
    const known = /^-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$|^T\d\d:\d\d(:\d\d)?$/.test(moment);
    return known ? moment.replace(/T\d\d:\d\d$/, '$&:00').replace(/^T/, '') : null;
  });
  if (moments.includes(null)) return '';
  const [first, last] = moments;
  return last === undefined ? ` when="${first}"` : ` from="${first}" to="${last}"`;
}

function standOff({ items, language }: ExportInput, ids: Ids): string {
  const notes = items.map((item) => {
    const { check } = item;
    const about = [language.strings.status[statusOf(item)], check?.correction, check?.source.locator, check?.source.date, check?.note].filter(Boolean).join('; ');
    return `<note xml:id="${ids.get(item)}" type="${item.kind}" subtype="${statusOf(item)}">${escapeXml(`${item.label}: ${about}`)}</note>`;
  });
  return `<listAnnotation>\n${notes.length ? notes.join('\n') : '<note/>'}\n</listAnnotation>`;
}
