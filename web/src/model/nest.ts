import type { Span } from '../core/document';

/** A span with what belongs to it, for example a mark to be drawn. */
export interface Layered<T> extends Span {
  value: T;
}

/** Text, or a mark around more of the same. `first` and `last` tell the ends of a mark that had to be split. */
export type Node<T> = { text: string } | { value: T; children: Node<T>[]; first: boolean; last: boolean; start: number };

/**
 * Turns spans over `text` into a tree: longer ones hold shorter ones, and where two cross, the later
 * one is split at the border. Offsets count from the beginning of `text`; equal spans nest in the given order.
 */
export function nest<T>(text: string, spans: readonly Layered<T>[]): Node<T>[] {
  type Open = { end: number; children: Node<T>[]; node: { last: boolean } | null };
  type Piece = Layered<T> & { first: boolean };
  const queue: Piece[] = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end), first: span.start >= 0 }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const roots: Node<T>[] = [];
  const stack: Open[] = [{ end: text.length, children: roots, node: null }];
  let at = 0;
  const write = (to: number) => {
    if (to > at) stack.at(-1)!.children.push({ text: text.slice(at, to) });
    at = Math.max(at, to);
  };
  const closeUntil = (position: number) => {
    while (stack.length > 1 && stack.at(-1)!.end <= position) {
      write(stack.at(-1)!.end);
      stack.pop();
    }
  };
  for (let i = 0; i < queue.length; i += 1) {
    const piece = queue[i]!;
    closeUntil(piece.start);
    write(piece.start);
    const border = stack.at(-1)!.end;
    const end = Math.min(piece.end, border);
    const node = { value: piece.value, children: [], first: piece.first, last: end === piece.end, start: piece.start };
    stack.at(-1)!.children.push(node);
    stack.push({ end, children: node.children, node });
    if (end < piece.end) insert(queue, i + 1, { ...piece, start: end, first: false });
  }
  closeUntil(text.length);
  write(text.length);
  return roots;
}

function insert<S extends Span>(queue: S[], from: number, piece: S): void {
  let i = from;
  while (i < queue.length && (queue[i]!.start < piece.start || (queue[i]!.start === piece.start && queue[i]!.end >= piece.end))) i += 1;
  queue.splice(i, 0, piece);
}
