/** The annotation document `manicule/1` as the core returns it; every offset counts UTF-16 units. */

/** Half-open: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'furniture';
export type EntityKind = 'person' | 'organization' | 'place' | 'product' | 'event' | 'work';
export type FigureKind =
  | 'number'
  | 'ordinal'
  | 'percent'
  | 'money'
  | 'quantity'
  | 'date'
  | 'time'
  | 'duration'
  | 'age';
export type QuoteKind = 'speech' | 'partial' | 'title' | 'scare' | 'reported';
export type Modifier = 'approx' | 'min' | 'max';

export interface Block extends Span {
  kind: BlockKind;
}

export interface Mention extends Span {
  score: number;
}

export interface Entity {
  id: string;
  kind: EntityKind;
  name: string;
  mentions: Mention[];
}

export interface Figure extends Span {
  kind: FigureKind;
  value: string;
  modifier: Modifier | null;
  core: Span;
}

export interface Words extends Span {
  text: string;
}

export interface Speaker extends Words {
  entity: string | null;
}

export interface Quote extends Span {
  kind: QuoteKind;
  chain: number | null;
  content: Span;
  speaker: Speaker | null;
  cue: Words | null;
  stance?: string;
  medium?: Words | null;
}

export interface Alert extends Span {
  kind: string;
  message: string;
  related?: Span | null;
}

export interface AnnotationDocument {
  format: string;
  offsets: string;
  language: string;
  date: string | null;
  blocks: Block[];
  entities: Entity[];
  figures: Figure[];
  quotes: Quote[];
  alerts: Alert[];
}

/** A stretch of an article, and what of it is to be read anew; the rest is there to understand that by. */
export interface Part extends Span {
  edited: Span;
}

/** What the core is told besides the text. */
export interface AnnotateOptions {
  lang?: string;
  date?: string;
  messages?: string;
}
