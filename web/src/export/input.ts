import type { Alert, AnnotationDocument, Span } from '../core/document';
import type { Language } from '../i18n';
import { readableValue } from '../i18n/value';
import { voiceOf } from '../app/state';
import type { Article } from '../model/article';
import { statusOf, type Item } from '../model/items';
import type { Layered } from '../model/nest';
import type { Status } from '../model/review';

/** What every export is made from. */
export interface ExportInput {
  article: Article;
  document: AnnotationDocument;
  items: readonly Item[];
  alerts: readonly Alert[];
  language: Language;
}

export interface Exported {
  extension: string;
  type: string;
  contents: string;
}

/** One line of a report, in words. */
export interface Fact {
  item: Item;
  kind: string;
  words: string;
  /** A figure's value or a quote's speaker, as the reader's language writes it. */
  detail: string;
  status: Status;
  result: string;
  correction: string;
  source: string;
  note: string;
}

export function factOf(item: Item, { document, language }: ExportInput): Fact {
  const { strings } = language;
  const status = statusOf(item);
  const source = item.check?.source;
  return {
    item,
    kind: strings.kind[item.kind],
    words: item.label.replace(/\s+/g, ' '),
    detail: item.figure ? readableValue(item.figure, language) : item.quote ? (voiceOf(item.quote, document) ?? '') : '',
    status,
    result: item.changed ? `${strings.status[status]}, ${strings.changed}` : strings.status[status],
    correction: item.check?.correction ?? '',
    source: source
      ? [source.type ? strings.sourceType[source.type] : '', source.locator, source.date ? language.day(source.date) : ''].filter(Boolean).join(', ')
      : '',
    note: item.check?.note ?? '',
  };
}

const kSections = ['wrong', 'ask', 'changed', 'unchecked', 'uncheckable', 'confirmed', 'nofact'] as const;
export type Section = (typeof kSections)[number];

/** The items by what is left to do with them, the most urgent first; empty sections are left out. */
export function sectionsOf({ items }: ExportInput): { section: Section; items: Item[] }[] {
  const sectionOf = (item: Item): Section => (item.changed ? 'changed' : statusOf(item));
  return kSections
    .map((section) => ({ section, items: items.filter((item) => sectionOf(item) === section) }))
    .filter(({ items: some }) => some.length);
}

/** Turns UTF-16 offsets, given in any order, into code points, which most other formats count. */
export function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < text.length; i += 1) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs.push(i);
  }
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** The mentions of names and figures in order, without overlaps: of two that cross, the longer stays. */
export function flatSpans(items: readonly Item[]): { start: number; end: number; label: string; item: Item }[] {
  const all = items
    .filter((item) => item.layer !== 'quote')
    .flatMap((item) => item.spans.map((span) => ({ ...span, label: item.kind.toUpperCase(), item })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: typeof all = [];
  for (const span of all) {
    const last = kept.at(-1);
    if (!last || last.end <= span.start) kept.push(span);
    else if (span.end - span.start > last.end - last.start) kept[kept.length - 1] = span;
  }
  return kept;
}

/** What `nest` takes, for every block: the marks that touch it, counted from its start. Linear. */
export function spansIn(blocks: readonly Span[], items: readonly Item[]): Layered<Item>[][] {
  const found = blocks.map((): Layered<Item>[] => []);
  const spans = items.flatMap((item) => item.spans.map((span) => ({ ...span, value: item }))).sort((a, b) => a.start - b.start);
  let first = 0;
  for (const { start, end, value } of spans) {
    while (first < blocks.length && blocks[first]!.end <= start) first += 1;
    for (let i = first; i < blocks.length && blocks[i]!.start < end; i += 1) {
      const from = blocks[i]!.start;
      found[i]!.push({ start: start - from, end: end - from, value });
    }
  }
  return found;
}

export function escapeXml(text: string): string {
  // Characters that XML cannot hold at all become the replacement character.
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
