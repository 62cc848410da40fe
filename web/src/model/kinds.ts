import type { EntityKind, FigureKind, QuoteKind } from '../core/document';

export type Layer = 'entity' | 'figure' | 'quote';
export type ItemKind = EntityKind | FigureKind | QuoteKind;

/** The seven kinds that can be switched on and off; events and works go together. */
export const kToggles = ['person', 'organization', 'place', 'product', 'event', 'figure', 'quote'] as const;
export type Toggle = (typeof kToggles)[number];

export function toggleOf(layer: Layer, kind: ItemKind): Toggle {
  if (layer !== 'entity') return layer;
  return kind === 'work' ? 'event' : (kind as Exclude<EntityKind, 'work'>);
}

export const kEntityKinds: readonly EntityKind[] = ['person', 'organization', 'place', 'product', 'event', 'work'];
