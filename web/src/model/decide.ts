import type { Alert } from '../core/document';
import { anchorAt } from './anchor';
import { targetOf, type Item } from './items';
import type { ItemKind, Layer } from './kinds';
import type { Check, Review, Source, Status, Target } from './review';
import type { Span } from '../core/document';

/** The human decisions, each a pure step from one review to the next. */

const kNoSource: Source = { type: '', locator: '', date: '' };

export type CheckChange = Partial<Pick<Check, 'status' | 'correction' | 'note' | 'source'>>;

/** Writes what was decided on an item; a check with nothing in it disappears. */
export function decide(review: Review, item: Item, text: string, change: CheckChange): Review {
  const before: Check = item.check ?? {
    target: targetOf(item, text),
    status: 'unchecked',
    correction: '',
    source: kNoSource,
    note: '',
    at: '',
  };
  // A status given anew is given to the words as they stand now.
  const target = change.status ? targetOf(item, text) : before.target;
  const after: Check = { ...before, ...change, target, at: new Date().toISOString() };
  const others = review.checks.filter((check) => check !== item.check);
  return { ...review, checks: isEmpty(after) ? others : [...others, after] };
}

function isEmpty({ status, correction, note, source }: Check): boolean {
  return status === 'unchecked' && !correction && !note && !source.type && !source.locator && !source.date;
}

export function setStatus(review: Review, items: Item[], text: string, status: Status): Review {
  return items.reduce((next, item) => decide(next, item, text, { status }), review);
}

/** Marks what the program missed. `spans` are all the places where the same words stand. */
export function addMark(review: Review, text: string, spans: Span[], layer: Layer, kind: ItemKind): Review {
  const first = spans[0];
  if (!first) return review;
  const target: Target = {
    layer,
    kind,
    label: text.slice(first.start, first.end),
    anchors: spans.map((span) => anchorAt(text, span)),
  };
  return { ...review, own: [...review.own, { id: crypto.randomUUID(), target }] };
}

/** Takes an annotation away, with what was decided on it. */
export function removeItem(review: Review, item: Item, text: string): Review {
  const checks = review.checks.filter((check) => check !== item.check);
  if (item.origin === 'kept') return { ...review, checks };
  if (item.origin === 'reader') return { ...review, checks, own: review.own.filter(({ id }) => id !== item.ownId) };
  return { ...review, checks, removed: [...review.removed, targetOf(item, text)] };
}

/** Gives an item another kind: the program's is taken away, the reader's own stands in its place. */
export function changeKind(review: Review, item: Item, text: string, layer: Layer, kind: ItemKind): Review {
  const { check } = item;
  const changed = addMark(removeItem(review, item, text), text, item.spans, layer, kind);
  if (!check) return changed;
  return { ...changed, checks: [...changed.checks, { ...check, target: { ...check.target, layer, kind } }] };
}

export function dismiss(review: Review, alert: Alert, text: string): Review {
  return { ...review, dismissed: [...review.dismissed, { kind: alert.kind, anchor: anchorAt(text, alert) }] };
}

