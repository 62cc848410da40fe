import type { Span } from '../core/document';

/** One replaced range: `before.slice(start, oldEnd)` became `after.slice(start, newEnd)`. */
export interface Edit {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** The smallest single replacement that turns one text into the other; null when they are equal. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/**
 * Where a span is after an edit. An edit inside it or across one of its ends moves that end; null
 * when the edit took the whole span away.
 */
export function moveSpan(span: Span, edit: Edit): Span | null {
  const by = edit.newEnd - edit.oldEnd;
  if (span.end <= edit.start) return { start: span.start, end: span.end };
  if (span.start >= edit.oldEnd) return { start: span.start + by, end: span.end + by };
  if (edit.start <= span.start && span.end <= edit.oldEnd) return null;
  const start = span.start < edit.start ? span.start : edit.newEnd;
  const end = span.end > edit.oldEnd ? span.end + by : edit.start;
  return { start, end };
}

export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** The sentence or line around a span, for lists: cut to about `reach` units on either side. */
export function contextOf(text: string, span: Span, reach = 90): { before: string; words: string; after: string } {
  const head = text.slice(Math.max(0, span.start - reach), span.start);
  const tail = text.slice(span.end, span.end + reach);
  const from = Math.max(head.lastIndexOf('\n'), lastSentenceEnd(head)) + 1;
  const to = firstSentenceEnd(tail);
  const cutHead = from === 0 && span.start > reach;
  const cutTail = to === tail.length && span.end + reach < text.length;
  return {
    before: (cutHead ? '…' + head.slice(head.indexOf(' ') + 1) : head.slice(from)).trimStart(),
    words: text.slice(span.start, span.end),
    after: (cutTail ? tail.slice(0, Math.max(tail.lastIndexOf(' '), 0)) + '…' : tail.slice(0, to)).trimEnd(),
  };
}

function lastSentenceEnd(text: string): number {
  let last = -1;
  for (const match of text.matchAll(/[.!?…]["»”’)]*\s(?=\s*["«“‘(\p{Lu}])/gu)) last = match.index + match[0].length - 1;
  return last;
}

function firstSentenceEnd(text: string): number {
  const line = text.indexOf('\n');
  const sentence = /[.!?…]["»”’)]*(?=\s+["«“‘(\p{Lu}]|\s*$)/u.exec(text);
  const end = sentence ? sentence.index + sentence[0].length : text.length;
  return line >= 0 ? Math.min(line, end) : end;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
