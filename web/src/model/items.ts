import type { AnnotationDocument, Entity, Figure, Quote, Span } from '../core/document';
import { anchorAt, locate } from './anchor';
import { toggleOf, type ItemKind, type Layer, type Toggle } from './kinds';
import type { Check, OwnMark, Review, Status, Target } from './review';
import { overlap } from './text';

/** One line of the checklist: an entity with all its mentions, a figure, or a quote. */
export interface Item {
  /** Stays the same while the text around it is edited. */
  key: string;
  layer: Layer;
  kind: ItemKind;
  toggle: Toggle;
  label: string;
  /** Where it stands, in order; an entity has one for each mention. */
  spans: Span[];
  /** Who marked it. `kept`: the program no longer finds it, but the reader had decided on it. */
  origin: 'program' | 'reader' | 'kept';
  check: Check | null;
  /** The words have changed since the reader decided. */
  changed: boolean;
  entity?: Entity;
  figure?: Figure;
  quote?: Quote;
  ownId?: string;
}

export interface Checklist {
  /** By where they first stand. */
  items: Item[];
  /** Decisions whose words are no longer in the text. */
  lost: Check[];
}

export const statusOf = (item: Item): Status => item.check?.status ?? 'unchecked';

export function targetOf(item: Item, text: string): Target {
  const { layer, kind, label, spans } = item;
  return { layer, kind, label, anchors: spans.map((span) => anchorAt(text, span)) };
}

/** Brings what the program found and what the reader decided together, for the text both stand in. */
export function checklist(document: AnnotationDocument, review: Review, text: string): Checklist {
  const items = [...programItems(document, text), ...review.own.flatMap((mark) => ownItem(mark, text))];
  const remaining = items.filter((item) => item.origin === 'reader' || !isRemoved(item, review.removed, text));
  const lost: Check[] = [];
  for (const check of review.checks) {
    const spans = placesOf(check.target, text);
    if (!spans.length) {
      lost.push(check);
      continue;
    }
    const item = bestMatch(remaining, check.target, spans) ?? keptItem(check.target, spans, remaining);
    if (!item) continue;
    item.check = check;
    item.changed = hasChanged(check.target, item, text);
  }
  return { items: numbered(remaining.sort(byPlace)), lost };
}

/** Quotation marks around a title or a term present nobody's words: there is nothing to check. */
export const isChecked = (quote: Quote): boolean => quote.kind !== 'title' && quote.kind !== 'scare';

function programItems(document: AnnotationDocument, text: string): Item[] {
  const item = (layer: Layer, kind: ItemKind, label: string, spans: Span[]): Item => ({
    key: `${layer}:${kind}:${label}`,
    layer,
    kind,
    toggle: toggleOf(layer, kind),
    label,
    spans,
    origin: 'program',
    check: null,
    changed: false,
  });
  const words = ({ start, end }: Span) => text.slice(start, end);
  const bare = ({ start, end }: Span): Span => ({ start, end });
  return [
    ...document.entities
      .filter((entity) => entity.mentions.length)
      .map((entity) => ({ ...item('entity', entity.kind, entity.name, entity.mentions.map(bare)), entity })),
    ...document.figures.map((figure) => ({ ...item('figure', figure.kind, words(figure), [bare(figure)]), figure })),
    ...document.quotes
      .filter(isChecked)
      .map((quote) => ({ ...item('quote', quote.kind, words(quote), [bare(quote)]), quote })),
  ];
}

function ownItem(mark: OwnMark, text: string): Item[] {
  const spans = placesOf(mark.target, text);
  if (!spans.length) return [];
  const { layer, kind, label } = mark.target;
  const key = `own:${mark.id}`;
  return [
    { key, layer, kind, toggle: toggleOf(layer, kind), label, spans, origin: 'reader', check: null, changed: false, ownId: mark.id },
  ];
}

function keptItem(target: Target, spans: Span[], items: Item[]): Item | null {
  const taken = items.some((item) => item.layer === target.layer && item.check && overlapAll(item.spans, spans));
  if (taken) return null;
  const { layer, kind, label } = target;
  const kept: Item = {
    key: `kept:${layer}:${kind}:${label}`,
    layer,
    kind,
    toggle: toggleOf(layer, kind),
    label,
    spans,
    origin: 'kept',
    check: null,
    changed: false,
  };
  items.push(kept);
  return kept;
}

function placesOf(target: Target, text: string): Span[] {
  const places = target.anchors.flatMap((anchor) => locate(anchor, text) ?? []);
  const seen = new Set<number>();
  return places.filter(({ start }) => !seen.has(start) && seen.add(start)).sort((a, b) => a.start - b.start);
}

function bestMatch(items: Item[], target: Target, spans: Span[]): Item | null {
  let best: Item | null = null;
  let most = 0;
  for (const item of items) {
    if (item.check || item.layer !== target.layer) continue;
    const sameName = target.layer === 'entity' && item.label === target.label && item.kind === target.kind;
    const shared = overlapAll(item.spans, spans) + (sameName ? 0.5 : 0);
    if (shared > most) {
      best = item;
      most = shared;
    }
  }
  return best;
}

function overlapAll(a: Span[], b: Span[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += overlap(x, y);
  return sum;
}

/** An entity that gains or loses mentions is still the same entity; changed words are what counts. */
function hasChanged(target: Target, item: Item, text: string): boolean {
  if (target.layer === 'entity') return target.anchors.every((anchor) => anchor.now !== undefined);
  const anchor = target.anchors[0];
  if (!anchor) return false;
  if (anchor.now !== undefined) return true;
  const span = item.spans[0]!;
  return text.slice(span.start, span.end) !== anchor.exact;
}

function isRemoved(item: Item, removed: readonly Target[], text: string): boolean {
  return removed.some(
    (target) =>
      target.layer === item.layer &&
      target.kind === item.kind &&
      (item.layer === 'entity'
        ? target.label === item.label
        : target.anchors.some((anchor) => {
            const place = locate(anchor, text);
            const span = item.spans[0]!;
            return place?.start === span.start && place.end === span.end;
          })),
  );
}

function byPlace(a: Item, b: Item): number {
  const x = a.spans[0]!;
  const y = b.spans[0]!;
  return x.start - y.start || y.end - x.end;
}

/** The same words may be a figure twice: the second is told apart by its number, not by its place. */
function numbered(items: Item[]): Item[] {
  const seen = new Map<string, number>();
  for (const item of items) {
    const n = (seen.get(item.key) ?? 0) + 1;
    seen.set(item.key, n);
    if (n > 1) item.key += `#${n}`;
  }
  return items;
}

/** Items of the same layer that state the same thing elsewhere: "3 %" in the title and in the body. */
export function twinsOf(item: Item, items: readonly Item[]): Item[] {
  const sameFigure = (other: Item) =>
    item.figure && other.figure?.kind === item.figure.kind && other.figure.value === item.figure.value;
  const sameQuote = (other: Item) =>
    item.quote?.chain != null && other.quote?.chain === item.quote.chain;
  return items.filter((other) => other !== item && (sameFigure(other) || sameQuote(other)));
}

/** The names and figures that stand in a quote. */
export function contentsOf(item: Item, items: readonly Item[]): Item[] {
  const within = item.spans[0]!;
  if (item.layer !== 'quote') return [];
  return items.filter((one) => one !== item && one.spans.some((span) => within.start <= span.start && span.end <= within.end));
}
