import { titleOf } from '../model/article';
import { today } from '../model/dates';
import { statusOf, type Item } from '../model/items';
import { nest, type Layered, type Node } from '../model/nest';
import { escapeXml as escape, factOf, sectionsOf, spansIn, type ExportInput } from './input';

/** One file that shows the report and the marked article anywhere, with nothing to load. */
export function html(input: ExportInput): string {
  const { article, alerts, document, language } = input;
  const { strings } = language;
  const title = escape(titleOf(article));
  const sections = sectionsOf(input).map(({ section, items }) => `<h2>${escape(strings.report.sections[section])}</h2>\n${table(items, input)}`);
  const warnings = alerts.map((alert) => `<li>${escape(alert.message)} <q>${escape(article.text.slice(alert.start, alert.end))}</q></li>`);
  const spans = spansIn(document.blocks, input.items);
  return `<!doctype html>
<html lang="${language.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${kStyle}</style>
</head>
<body>
<h1>${title}</h1>
<p>${escape(strings.report.title)}. ${escape(strings.report.made(language.day(today())))}.</p>
${sections.join('\n')}
${warnings.length ? `<h2>${escape(strings.report.alerts)}</h2>\n<ul>${warnings.join('\n')}</ul>` : ''}
<h2>${escape(strings.report.text)}</h2>
<article${document.language === 'und' ? '' : ` lang="${document.language}"`}>
${document.blocks.map((block, i) => `<p class="${block.kind}">${marked(article.text.slice(block.start, block.end), spans[i]!)}</p>`).join('\n')}
</article>
</body>
</html>
`;
}

function table(items: Item[], input: ExportInput): string {
  const { strings } = input.language;
  const head = [strings.report.item, strings.report.kind, strings.report.result, strings.report.sources];
  const rows = items.map((item) => {
    const { words, kind, detail, result, correction, source, note } = factOf(item, input);
    const { locator = '' } = item.check?.source ?? {};
    const link = /^https?:\/\/\S+$/.test(locator) ? `<a href="${escape(locator)}">${escape(source)}</a>` : escape(source);
    const cells = [
      `<b>${escape(words)}</b>${correction ? ` → ${escape(correction)}` : ''}`,
      escape([kind, detail].filter(Boolean).join(': ')),
      escape(result),
      [link, escape(note)].filter(Boolean).join('<br>'),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${head.map((cell) => `<th>${escape(cell)}</th>`).join('')}</tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
}

function marked(words: string, spans: Layered<Item>[]): string {
  const write = (nodes: Node<Item>[]): string =>
    nodes
      .map((node) => ('text' in node ? escape(node.text) : `<mark class="${node.value.toggle} ${statusOf(node.value)}" title="${escape(node.value.kind)}">${write(node.children)}</mark>`))
      .join('');
  return write(nest(words, spans));
}

const kStyle = `
body{font:1.05rem/1.6 Palatino,Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#211d18;background:#fffdf9}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #d8cfbf;overflow-wrap:anywhere}
article{white-space:pre-line}article .title{font-size:1.6rem;font-weight:600}article .heading{font-weight:600}
mark{background:none;color:inherit;text-underline-offset:.22em}
.person{text-decoration:underline solid #1f5fa8}.organization{text-decoration:underline double #74389a}
.place{text-decoration:underline dotted #1f6b45}.product{text-decoration:underline dashed #8f4b00}
.event{text-decoration:underline overline #9c2860}.figure{background:#f6e9a9}.quote{background:#f2eadb}
mark.confirmed::after{content:"\\2713"}mark.wrong::after{content:"\\2717"}mark.ask::after{content:"?"}
`;
