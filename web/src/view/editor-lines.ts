import type { State } from '../app/state';
import type { Span } from '../core/document';
import type { Toggle } from '../model/kinds';
import { moveSpan, type Edit } from '../model/text';
import { drawMarked, markSignature } from './block';
import { h, type Keyed } from './dom';
import { drawnBlocks, type Mark } from './marks';

/** A line of the field as it is drawn behind it, without its line end; its marks count from its own start. */
export interface Line extends Span {
  words: string;
  marks: Mark[];
}

/** The same lines as in the field, so that both wrap alike; a new one begins with each block. */
export function editorLines(state: State, letters: Record<Toggle, string>): Line[] {
  const { text } = state.article;
  const starts = [0];
  const marks: Mark[][] = [[]];
  for (const drawn of drawnBlocks(state, letters)) {
    const start = text.lastIndexOf('\n', drawn.block.start - 1) + 1;
    if (drawn.block.start > 0 && start > starts.at(-1)!) {
      starts.push(start);
      marks.push([]);
    }
    marks.at(-1)!.push(...drawn.marks);
  }
  return starts.map((start, i) => {
    // The element itself ends the line, so its last line end is left out.
    const end = i + 1 < starts.length ? starts[i + 1]! - 1 : text.length;
    const own = [...new Set(marks[i])].map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
    return { start, end, words: text.slice(start, end), marks: own };
  });
}

/**
 * The lines after an edit, and which of them it is in; null when it is in more than one or makes new
 * ones. Marks that it touched are stretched: the core has not said yet what has become of them.
 */
export function followEdit(lines: readonly Line[], edit: Edit, text: string): { lines: Line[]; at: number } | null {
  const at = lines.findIndex(({ end }) => end >= edit.start);
  const line = lines[at];
  if (!line || edit.oldEnd > line.end || text.slice(edit.start, edit.newEnd).includes('\n')) return null;
  const by = edit.newEnd - edit.oldEnd;
  const inLine = { start: edit.start - line.start, oldEnd: edit.oldEnd - line.start, newEnd: edit.newEnd - line.start };
  const marks = line.marks.flatMap((mark) => {
    const moved = moveSpan(mark, inLine);
    return moved ? [{ ...mark, ...moved }] : [];
  });
  const end = line.end + by;
  const edited = { start: line.start, end, words: text.slice(line.start, end), marks };
  const after = lines.slice(at + 1).map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
  return { lines: [...lines.slice(0, at), edited, ...after], at };
}

/** As children of the backdrop. */
export function keyedLines(lines: readonly Line[]): Keyed[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const n = (seen.get(line.words) ?? 0) + 1;
    seen.set(line.words, n);
    return keyedLine(line, n);
  });
}

/** The `n`th line with the same words. */
export function keyedLine({ words, marks }: Line, n: number): Keyed {
  const whole = { start: 0, end: words.length };
  const make = () => {
    const line = h('div', { class: 'line' });
    drawMarked(line, words, whole, marks);
    if (!words || words.endsWith('\n')) line.append('\u200b');
    return line;
  };
  return { key: `${words} ${n}`, signature: markSignature(words, whole, marks), make };
}
