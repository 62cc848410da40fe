import type { Span } from '../core/document';
import { nest, type Node as Nested } from '../model/nest';
import { h } from './dom';
import type { Mark } from './marks';

/** Draws the marks of one stretch of the article into `parent`. */
export function drawMarked(parent: HTMLElement, text: string, at: Span, marks: readonly Mark[]): void {
  const spans = marks.map((mark) => ({ start: mark.start - at.start, end: mark.end - at.start, value: mark }));
  parent.append(...nodes(nest(text.slice(at.start, at.end), spans)));
}

/** Two stretches with equal signatures look the same, wherever they stand. */
export function markSignature(text: string, at: Span, marks: readonly Mark[]): string {
  const flat = marks.map((m) => [m.start - at.start, m.end - at.start, m.key, m.toggle, m.kind, m.letter, m.status, m.origin, m.changed]);
  return `${text.slice(at.start, at.end)}\n${JSON.stringify(flat)}`;
}

function nodes(tree: Nested<Mark>[]): Node[] {
  return tree.map((node) => ('text' in node ? document.createTextNode(node.text) : drawMark(node)));
}

function drawMark({ value, children, first, last }: Exclude<Nested<Mark>, { text: string }>): HTMLElement {
  const { key, toggle, kind, letter, status, origin, changed } = value;
  return h(
    'mark',
    {
      class: toggle,
      'data-key': key,
      'data-kind': kind,
      'data-letter': last && letter ? letter : null,
      'data-status': status === 'unchecked' ? null : status,
      'data-origin': origin === 'program' ? null : origin,
      'data-changed': changed,
      'data-part': first ? null : 'continued',
    },
    ...nodes(children),
  );
}
