import type { AnnotationDocument, Span } from '../core/document';
import { moveSpan, type Edit } from './text';

/**
 * The document as it will probably look after an edit, until the core has answered: everything moves
 * along, what the edit touched is left out. Blocks that the edit touched are cut anew at line ends.
 */
export function shiftDocument(document: AnnotationDocument, edit: Edit, text: string): AnnotationDocument {
  const touched = ({ start, end }: Span) => start < edit.oldEnd && end > edit.start;
  const keep = <T extends Span>(list: T[]): T[] =>
    list.flatMap((one) => {
      const moved = touched(one) ? null : moveSpan(one, edit);
      return moved ? [{ ...one, ...moved }] : [];
    });
  const inner = <T extends Span>(one: T | null | undefined): T | null => {
    const moved = one ? moveSpan(one, edit) : null;
    return one && moved ? { ...one, ...moved } : null;
  };
  return {
    ...document,
    blocks: shiftBlocks(document, edit, text),
    entities: document.entities
      .map((entity) => ({ ...entity, mentions: keep(entity.mentions) }))
      .filter((entity) => entity.mentions.length),
    figures: keep(document.figures).map((figure) => ({ ...figure, core: inner(figure.core) ?? figure })),
    quotes: keep(document.quotes).map(({ medium, ...quote }) => {
      const shown = inner(medium);
      return { ...quote, content: inner(quote.content) ?? quote, speaker: inner(quote.speaker), cue: inner(quote.cue), ...(shown && { medium: shown }) };
    }),
    alerts: keep(document.alerts).map(({ related, ...alert }) => {
      const other = inner(related);
      return { ...alert, ...(other && { related: other }) };
    }),
  };
}

function shiftBlocks({ blocks }: AnnotationDocument, edit: Edit, text: string): AnnotationDocument['blocks'] {
  // A block ends with its last word, and what is typed behind that in the same line belongs to it.
  const line = text.lastIndexOf('\n', edit.start - 1) + 1;
  const first = blocks.findIndex((block) => block.end >= line);
  const before = first < 0 ? blocks : blocks.slice(0, first);
  const after = blocks.filter((block) => block.start > edit.oldEnd);
  const shifted = after.map((block) => ({ ...block, ...moveSpan(block, edit)! }));
  const hit = first < 0 ? [] : blocks.slice(first, blocks.length - after.length);
  const start = Math.min(hit[0]?.start ?? edit.start, edit.start);
  const oldEnd = Math.max(hit.at(-1)?.end ?? edit.oldEnd, edit.oldEnd);
  const end = oldEnd + edit.newEnd - edit.oldEnd;
  const pieces = linesOf(text, { start, end }).map((span, i) => ({ ...span, kind: hit[i]?.kind ?? ('paragraph' as const) }));
  return [...before, ...pieces, ...shifted];
}

/** The lines of a stretch of text that are not empty, without the white space around them. */
export function linesOf(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const lines: Span[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(/\S(?:[^\n]*\S)?/gu)) {
    const start = within.start + match.index;
    lines.push({ start, end: start + match[0].length });
  }
  return lines;
}

/** What is shown before the core has answered for the first time. */
export function plainDocument(text: string): AnnotationDocument {
  const blocks = linesOf(text).map((span) => ({ ...span, kind: 'paragraph' as const }));
  return { format: 'manicule/1', offsets: 'utf-16', language: 'und', date: null, blocks, entities: [], figures: [], quotes: [], alerts: [] };
}
