/** What the core returns, as its package declares it; offsets count UTF-16 units: `text.slice(start, end)`. */
import type { Block, Entity, Figure, Quote, Span } from '../../../wasm/package/index.js';

export type { Alert, AnnotateOptions, AnnotationDocument, Block, Entity, Figure, Quote, Span } from '../../../wasm/package/index.js';

export type BlockKind = Block['kind'];
export type EntityKind = Entity['kind'];
export type FigureKind = Figure['kind'];
export type QuoteKind = Quote['kind'];
export type Modifier = NonNullable<Figure['modifier']>;

/** A stretch of an article, and what of it is to be read anew; the rest is there to understand that by. */
export interface Part extends Span {
  edited: Span;
}
