import type { Span } from '../core/document';
import { moveSpan, type Edit } from './text';

/**
 * Where something stands in a text that may be edited: the W3C Web Annotation model's
 * TextQuoteSelector (`exact`, `prefix`, `suffix`) and TextPositionSelector (`start`, `end`) in one.
 * `exact` stays what the reader saw when they decided; `now` is there when the words have changed since.
 */
export interface Anchor extends Span {
  exact: string;
  prefix: string;
  suffix: string;
  now?: string;
}

const kContext = 32;
/** Words this long are found again by themselves; shorter ones need so much of their surroundings. */
const kTelling = 12;
const kLeastContext = 5;

export function anchorAt(text: string, { start, end }: Span): Anchor {
  return { start, end, exact: text.slice(start, end), ...contextAt(text, { start, end }) };
}

/**
 * The anchor's place in `text`, which may be any version of the article: its position if the words
 * still stand there, else the place with the same words and the best-matching surroundings, else the
 * place between its old surroundings, else null. Linear in the text for each anchor that has to be searched.
 */
export function locate(anchor: Anchor, text: string): Span | null {
  const words = anchor.now ?? anchor.exact;
  if (words && text.startsWith(words, anchor.start)) return { start: anchor.start, end: anchor.start + words.length };
  return (
    search(anchor, words, text) ??
    (anchor.now === undefined ? null : search(anchor, anchor.exact, text)) ??
    between(anchor, text)
  );
}

/** The anchor set on its place in a newer text; unchanged when the place is lost, so that it may come back. */
function settle(anchor: Anchor, text: string, place: Span | null): Anchor {
  if (!place) return anchor;
  const { exact } = anchor;
  const words = text.slice(place.start, place.end);
  const settled = { ...place, exact, ...contextAt(text, place) };
  return words === exact ? settled : { ...settled, now: words };
}

/** Follows one edit. `text` is the text after it. */
export function follow(anchor: Anchor, edit: Edit, text: string): Anchor {
  const moved = moveSpan(anchor, edit);
  const kept = moved && text.slice(moved.start, moved.end).trim() ? moved : null;
  const apart = edit.oldEnd <= anchor.start || anchor.end <= edit.start;
  const within = anchor.start <= edit.start && edit.oldEnd <= anchor.end;
  if (kept && (apart || within)) return settle(anchor, text, kept);
  // An edit across one end may have replaced the text around as well: the words tell better than the position.
  return settle(anchor, text, locate(anchor, text) ?? kept);
}

function contextAt(text: string, { start, end }: Span): { prefix: string; suffix: string } {
  return { prefix: text.slice(Math.max(0, start - kContext), start), suffix: text.slice(end, end + kContext) };
}

function search(anchor: Anchor, words: string, text: string): Span | null {
  if (!words.trim()) return null;
  let best: Span | null = null;
  let bestScore = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (splitsWord(text, at, at + words.length)) continue;
    const score =
      commonEnd(text.slice(Math.max(0, at - kContext), at), anchor.prefix) +
      commonStart(text.slice(at + words.length, at + words.length + kContext), anchor.suffix) +
      1 / (1 + Math.abs(at - anchor.start));
    // "3 %" with nothing around it that was there before is another "3 %".
    if (words.length < kTelling && score < kLeastContext) continue;
    if (score > bestScore) {
      best = { start: at, end: at + words.length };
      bestScore = score;
    }
  }
  return best;
}

/** A short word found inside a longer one is another word. */
function splitsWord(text: string, start: number, end: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const inside = (at: number) => at > 0 && at < text.length && letter.test(text[at - 1]!) && letter.test(text[at]!);
  return inside(start) || inside(end);
}

/** What stands between the old surroundings now, if both are still there and near each other. */
function between(anchor: Anchor, text: string): Span | null {
  const before = anchor.prefix.slice(-16);
  const after = anchor.suffix.slice(0, 16);
  if (before.trim().length < 6 || after.trim().length < 6) return null;
  const at = text.indexOf(before);
  if (at < 0) return null;
  const start = at + before.length;
  const end = text.indexOf(after, start);
  const longest = 2 * anchor.exact.length + 40;
  return end > start && end - start <= longest && text.slice(start, end).trim() ? { start, end } : null;
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}
