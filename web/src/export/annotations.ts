import type { Entity, Figure, Quote } from '../core/document';
import { statusOf, type Item } from '../model/items';
import type { EntityKind, FigureKind, QuoteKind } from '../core/document';
import type { ExportInput } from './input';

/**
 * The annotation document `manicule/1` as the reader left it: what they took away is gone, what they
 * marked is in, and every annotation has a `status`.
 */
export function annotations({ article, document, items, alerts }: ExportInput): string {
  const of = <T>(layer: Item['layer'], make: (item: Item, id: number) => T) =>
    items.filter((item) => item.layer === layer).map((item, i) => ({ ...make(item, i + 1), status: statusOf(item), by: item.origin }));
  const unchecked = document.quotes.filter((quote) => quote.kind === 'title' || quote.kind === 'scare');
  return JSON.stringify(
    {
      ...document,
      text: article.text,
      entities: of('entity', entityOf),
      figures: of('figure', figureOf),
      quotes: [...of('quote', quoteOf), ...unchecked].sort((a, b) => a.start - b.start || b.end - a.end),
      alerts,
    },
    null,
    1,
  );
}

function entityOf(item: Item, n: number): Entity {
  const mentions = item.entity?.mentions ?? item.spans.map((span) => ({ ...span, score: 1 }));
  return { id: item.entity?.id ?? `r${n}`, kind: item.kind as EntityKind, name: item.label, mentions };
}

function figureOf(item: Item): Figure {
  const span = item.spans[0]!;
  return item.figure ?? { ...span, kind: item.kind as FigureKind, value: item.label, modifier: null, core: span };
}

function quoteOf(item: Item): Quote {
  const span = item.spans[0]!;
  return item.quote ?? { ...span, kind: item.kind as QuoteKind, chain: null, content: span, speaker: null, cue: null, stance: null };
}
