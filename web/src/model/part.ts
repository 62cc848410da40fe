import type { AnnotationDocument, Entity, Part, Span } from '../core/document';
import type { Edit } from './text';

/** A longer stretch is not worth reading before the whole. */
const kLongest = 5000;

/** What is seen first of a long article, to be read first; null for a short one. */
export function headPart({ blocks }: AnnotationDocument, text: string): Part | null {
  const last = blocks.findLast((block) => block.end <= kLongest);
  if (!last || 2 * kLongest > text.length) return null;
  const head = { start: 0, end: last.end };
  return { ...head, edited: head };
}

/**
 * The blocks an edit has touched, with the one before and the one after them to be understood by; null
 * when that is most of the article. The document is that of the text after the edit.
 */
export function editedPart({ blocks }: AnnotationDocument, edit: Edit, text: string): Part | null {
  const first = blocks.findIndex((block) => block.end >= edit.start);
  const last = blocks.findLastIndex((block) => block.start <= edit.newEnd);
  if (first < 0 || last < first) return null;
  const { start } = blocks[Math.max(0, first - 1)]!;
  const { end } = blocks[Math.min(blocks.length - 1, last + 1)]!;
  const length = end - start;
  if (length > kLongest || 2 * length > text.length) return null;
  return { start, end, edited: { start: blocks[first]!.start, end: blocks[last]!.end } };
}

/**
 * The document with its edited blocks as the core has read them by themselves, until it has read the
 * whole again. Alerts, which look at the whole article, wait for that.
 */
export function withPart(document: AnnotationDocument, read: AnnotationDocument, part: Part, text: string): AnnotationDocument {
  const { edited } = part;
  const inside = ({ start, end }: Span) => edited.start <= start && end <= edited.end;
  const outside = (span: Span) => !inside(span);
  const moved = <T extends Span>(one: T): T => ({ ...one, start: one.start + part.start, end: one.end + part.start });
  const merge = <T extends Span>(old: readonly T[], fresh: readonly T[]): T[] => {
    const kept = old.filter(outside);
    // A quote that goes on past the edited blocks is known better from the whole.
    const free = fresh.filter((one) => !kept.some((other) => other.start < one.end && one.start < other.end));
    return [...kept, ...free].sort((a, b) => a.start - b.start || b.end - a.end);
  };
  const { entities, idOf } = withMentions(
    document.entities.map((entity) => ({ ...entity, mentions: entity.mentions.filter(outside) })),
    read.entities.map((entity) => ({ ...entity, mentions: entity.mentions.map(moved).filter(inside) })),
    document.entities,
    text,
  );
  const figures = read.figures.map((figure) => ({ ...moved(figure), core: moved(figure.core) }));
  const quotes = read.quotes.map((quote) => ({
    ...moved(quote),
    content: moved(quote.content),
    cue: quote.cue && moved(quote.cue),
    ...(quote.medium && { medium: moved(quote.medium) }),
    speaker: quote.speaker && { ...moved(quote.speaker), entity: idOf(quote.speaker.entity) },
    // Numbers of chains count from the beginning of what was read.
    chain: quote.chain === null ? null : -1 - quote.chain,
  }));
  return {
    ...document,
    entities,
    figures: merge(document.figures, figures.filter(inside)),
    quotes: merge(document.quotes, quotes.filter(inside)),
  };
}

/** Gives each name that was read to the entity of the article that has been called so, or makes it one. */
function withMentions(kept: Entity[], read: Entity[], known: readonly Entity[], text: string) {
  const words = ({ start, end }: Span) => text.slice(start, end);
  const called = new Map<string, string>();
  for (const { id, kind, name, mentions } of known) {
    for (const word of [name, ...mentions.map(words)]) if (!called.has(`${kind} ${word}`)) called.set(`${kind} ${word}`, id);
  }
  const ids = new Map<string, string>();
  const entities = new Map(kept.map((entity) => [entity.id, entity]));
  for (const entity of read) {
    const names = [entity.name, ...entity.mentions.map(words)];
    const id = names.flatMap((name) => called.get(`${entity.kind} ${name}`) ?? [])[0] ?? `part-${entity.id}`;
    ids.set(entity.id, id);
    const present = entities.get(id) ?? { ...entity, id, mentions: [] };
    const mentions = [...present.mentions, ...entity.mentions].sort((a, b) => a.start - b.start);
    entities.set(id, { ...present, mentions });
  }
  return {
    entities: [...entities.values()].filter(({ mentions }) => mentions.length),
    idOf: (id: string | null) => (id === null ? null : (ids.get(id) ?? null)),
  };
}
