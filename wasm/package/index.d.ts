/** The annotation document `manicule/1`; offsets count UTF-16 units, as `text.slice()` does. */
export interface AnnotationDocument {
  format: 'manicule/1';
  offsets: 'utf-16';
  /** ISO 639-1, or "und". */
  language: string;
  /** What relative dates were resolved against. */
  date: string | null;
  blocks: Block[];
  entities: Entity[];
  figures: Figure[];
  quotes: Quote[];
  alerts: Alert[];
}

/** Half-open. */
export interface Span {
  start: number;
  end: number;
}

export interface Words extends Span {
  text: string;
}

export interface Block extends Span {
  kind: 'title' | 'heading' | 'paragraph' | 'furniture';
}

/** One real-world thing with all its mentions. */
export interface Entity {
  id: string;
  kind: 'person' | 'organization' | 'place' | 'product' | 'event' | 'work';
  name: string;
  mentions: (Span & { score: number })[];
}

export interface Figure extends Span {
  kind:
    | 'number'
    | 'ordinal'
    | 'percent'
    | 'money'
    | 'quantity'
    | 'date'
    | 'time'
    | 'duration'
    | 'age';
  /** Canonical: "0.2", "3200000000 EUR", "2025-01", "3..5". */
  value: string;
  modifier: 'approx' | 'min' | 'max' | null;
  /** Without the words of the modifier. */
  core: Span;
}

export interface Quote extends Span {
  kind: 'speech' | 'partial' | 'title' | 'scare' | 'reported';
  /** Shared by the parts of one broken quote. */
  chain: number | null;
  /** Without the quotation marks. */
  content: Span;
  speaker: (Words & { entity: string | null }) | null;
  cue: Words | null;
  stance: 'neutral' | 'claims' | 'admits' | 'denies' | null;
  medium?: Words;
}

export interface Alert extends Span {
  kind: string;
  message: string;
  related?: Span;
}

export interface AnnotateOptions {
  /** ISO 639-1 of the article; found when not given. */
  lang?: string;
  /** What relative dates refer to, "2025-02-26"; found when not given. */
  date?: string;
  /** ISO 639-1 of the alerts' messages; the article's language when not given. */
  messages?: string;
  /** Kinds of alert to leave out. */
  disable?: string[];
}

/** Any text is valid; a bad option rejects with one sentence. */
export function annotate(text: string, options?: AnnotateOptions): Promise<AnnotationDocument>;
