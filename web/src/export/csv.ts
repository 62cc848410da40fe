import { codePoints, factOf, type ExportInput } from './input';

/**
 * RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. A cell that a spreadsheet
 * would run as a formula starts with an apostrophe instead.
 */
export function csv(input: ExportInput): string {
  const { strings } = input.language;
  const point = codePoints(input.article.text);
  const head = [strings.report.item, strings.report.kind, strings.value, strings.report.result, strings.correction, strings.source, strings.locator, strings.consulted, strings.note, 'start', 'end'];
  const rows = input.items.map((item) => {
    const { kind, words, detail, result, correction, note } = factOf(item, input);
    const source = item.check?.source;
    const { start, end } = item.spans[0]!;
    const type = source?.type ? strings.sourceType[source.type] : '';
    return [words, kind, detail, result, correction, type, source?.locator ?? '', source?.date ?? '', note, String(point(start)), String(point(end))];
  });
  return '\ufeff' + [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
