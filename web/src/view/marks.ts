import { voiceOf, type State } from '../app/state';
import type { Alert, Block, Span } from '../core/document';
import { isChecked, statusOf } from '../model/items';
import type { Toggle } from '../model/kinds';
import type { Status } from '../model/review';

/** One mark in the article: an item's mention, quotation marks around a term, or one side of an alert. */
export interface Mark extends Span {
  /** The item it belongs to, if any. */
  key: string | null;
  toggle: Toggle | 'alert';
  kind: string;
  letter: string;
  status: Status;
  origin: 'program' | 'reader' | 'kept';
  changed: boolean;
}

/** What stands beside a paragraph. */
export type Note = { type: 'speaker'; key: string; name: string } | { type: 'alert'; alert: Alert };

export interface DrawnBlock {
  block: Block;
  marks: Mark[];
  notes: Note[];
}

/** Every block with the marks that touch it and the notes beside it. Linear but for one binary search a mark. */
export function drawnBlocks(state: State, letters: Record<Toggle, string>): DrawnBlock[] {
  const blocks = state.document.blocks.map((block) => ({ block, marks: [] as Mark[], notes: [] as Note[] }));
  for (const mark of allMarks(state, letters)) {
    for (let i = firstReaching(blocks, mark.start); i < blocks.length && blocks[i]!.block.start < mark.end; i += 1) {
      blocks[i]!.marks.push(mark);
    }
  }
  for (const { at, note } of allNotes(state)) blocks[firstReaching(blocks, at)]?.notes.push(note);
  return blocks;
}

function allMarks({ checklist, document, alerts, preferences: { hidden } }: State, letters: Record<Toggle, string>): Mark[] {
  const plain = { status: 'unchecked', origin: 'program', changed: false } as const;
  const marks: Mark[] = checklist.items
    .filter((item) => !hidden.includes(item.toggle))
    .flatMap((item) =>
      item.spans.map((span) => ({
        ...span,
        key: item.key,
        toggle: item.toggle,
        kind: item.kind,
        letter: letters[item.toggle],
        status: statusOf(item),
        origin: item.origin,
        changed: item.changed,
      })),
    );
  if (!hidden.includes('quote')) {
    for (const { start, end, kind } of document.quotes.filter((quote) => !isChecked(quote))) {
      marks.push({ start, end, key: null, toggle: 'quote', kind, letter: '', ...plain });
    }
  }
  for (const alert of alerts) {
    for (const { start, end } of [alert, ...(alert.related ? [alert.related] : [])]) {
      marks.push({ start, end, key: null, toggle: 'alert', kind: alert.kind, letter: '!', ...plain });
    }
  }
  // Quotes first, so that of two equal spans the name is inside.
  const depth = (mark: Mark) => (mark.toggle === 'quote' ? 0 : mark.toggle === 'alert' ? 2 : 1);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || depth(a) - depth(b));
}

function allNotes(state: State): { at: number; note: Note }[] {
  const { checklist, document, alerts, preferences } = state;
  const blocks = document.blocks.map((block) => ({ block }));
  const notes: { at: number; note: Note }[] = [];
  let last = '';
  for (const item of checklist.items) {
    const name = item.quote ? voiceOf(item.quote, document) : null;
    if (!name || preferences.hidden.includes('quote')) continue;
    const block = firstReaching(blocks, item.spans[0]!.start);
    const seen = `${block} ${name}`;
    if (seen !== last) notes.push({ at: item.spans[0]!.start, note: { type: 'speaker', key: item.key, name } });
    last = seen;
  }
  for (const alert of alerts) notes.push({ at: alert.start, note: { type: 'alert', alert } });
  return notes.sort((a, b) => a.at - b.at);
}

/** The first block that ends after a place. */
function firstReaching(blocks: readonly { block: Span }[], place: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.block.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
