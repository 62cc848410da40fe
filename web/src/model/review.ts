import type { Anchor } from './anchor';
import type { ItemKind, Layer } from './kinds';

export const kStatuses = ['unchecked', 'confirmed', 'wrong', 'ask', 'uncheckable', 'nofact'] as const;
export type Status = (typeof kStatuses)[number];

export const kSourceTypes = ['', 'web', 'document', 'book', 'person', 'archive', 'own'] as const;

export interface Source {
  type: (typeof kSourceTypes)[number];
  /** Link, page or contact. */
  locator: string;
  /** ISO 8601 day on which it was consulted. */
  date: string;
}

/** What a decision is about: the words it was made on, wherever they stand now. */
export interface Target {
  layer: Layer;
  kind: ItemKind;
  label: string;
  anchors: Anchor[];
}

export interface Check {
  target: Target;
  status: Status;
  correction: string;
  source: Source;
  note: string;
  /** ISO 8601 instant of the last change. */
  at: string;
}

/** Something the reader marked. */
export interface OwnMark {
  id: string;
  target: Target;
}

export interface Dismissal {
  kind: string;
  anchor: Anchor;
}

/** All human work on one article. Immutable: every change makes a new one, which is what undo keeps. */
export interface Review {
  checks: readonly Check[];
  own: readonly OwnMark[];
  /** Annotations of the program that the reader took away. */
  removed: readonly Target[];
  dismissed: readonly Dismissal[];
}

export const kEmptyReview: Review = { checks: [], own: [], removed: [], dismissed: [] };

export function mapAnchors(review: Review, change: (anchor: Anchor) => Anchor): Review {
  const target = (t: Target): Target => ({ ...t, anchors: t.anchors.map(change) });
  return {
    checks: review.checks.map((check) => ({ ...check, target: target(check.target) })),
    own: review.own.map((mark) => ({ ...mark, target: target(mark.target) })),
    removed: review.removed.map(target),
    dismissed: review.dismissed.map((d) => ({ ...d, anchor: change(d.anchor) })),
  };
}
