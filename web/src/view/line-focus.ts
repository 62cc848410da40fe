import type { App } from '../app/app';
import { h } from './dom';

/** How far down the window a finger reads: it moves the text, and would cover what it points at. */
const kReadingHeight = 0.3;

/** One line of the article, by its paragraph. */
interface Line {
  row: number;
  line: number;
}

/**
 * A reading aid: one line stands out from the others. It is the line under the pointer, that of the
 * mark that was selected, or, with the article focused, the next or previous one by arrow key.
 */
export class LineFocus {
  readonly element = h('div', { class: 'ruler', 'aria-hidden': 'true', hidden: true });
  private at: Line = { row: 0, line: 0 };
  /** Where the line is looked for while the text moves below; null when it moves with the text. */
  private pointer: { x: number; y: number } | null = null;
  private selected: string | null = null;

  constructor(
    private readonly app: App,
    private readonly article: HTMLElement,
  ) {
    article.addEventListener('pointermove', ({ clientX, clientY, pointerType }) => {
      this.pointer = { x: clientX, y: pointerType === 'touch' ? innerHeight * kReadingHeight : clientY };
      this.toPointer();
    });
    article.addEventListener('keydown', (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by && this.on && event.target === article) this.step(by, event);
    });
    addEventListener('scroll', () => this.toPointer(), { passive: true });
    new ResizeObserver(() => this.show()).observe(article);
    app.onState(({ selected }) => {
      if (selected !== this.selected) this.toSelected();
      this.selected = selected;
      this.show();
    });
  }

  private get on(): boolean {
    const { preferences, mode } = this.app.state;
    return preferences.focusLine && mode === 'check';
  }

  private toPointer(): void {
    if (!this.on || !this.pointer) return;
    const { x, y } = this.pointer;
    this.toLineAt(document.elementFromPoint(x, y), y);
  }

  private toSelected(): void {
    const mark = this.article.querySelector('mark.selected');
    if (!this.on || !mark) return;
    this.pointer = null;
    this.toLineAt(mark, mark.getClientRects()[0]?.bottom ?? 0);
  }

  private toLineAt(element: Element | null, y: number): void {
    const row = element?.closest('.row');
    if (!row || row.parentElement !== this.article) return;
    const { top, height, count } = linesOf(row);
    this.at = { row: [...this.article.children].indexOf(row), line: Math.max(0, Math.min(Math.floor((y - 1 - top) / height), count - 1)) };
    this.show();
  }

  private step(by: number, event: Event): void {
    event.preventDefault();
    this.pointer = null;
    const { children } = this.article;
    const row = children[this.at.row];
    if (!row) return;
    const line = this.at.line + by;
    const next = children[this.at.row + by];
    if (line >= 0 && line < linesOf(row).count) this.at = { ...this.at, line };
    else if (next) this.at = { row: this.at.row + by, line: by > 0 ? 0 : linesOf(next).count - 1 };
    this.show();
    this.element.scrollIntoView({ block: 'center' });
  }

  private show(): void {
    const row = this.article.children[this.at.row];
    this.element.hidden = !this.on || !row;
    if (this.element.hidden || !row) return;
    const { top, height, count } = linesOf(row);
    const line = Math.min(this.at.line, count - 1);
    this.element.style.top = `${top + line * height - this.article.getBoundingClientRect().top}px`;
    this.element.style.height = `${height}px`;
  }
}

/** The lines of a row's words: all are equally high. */
function linesOf(row: Element): { top: number; height: number; count: number } {
  const words = row.firstElementChild!;
  const style = getComputedStyle(words);
  const box = words.getBoundingClientRect();
  const top = box.top + parseFloat(style.paddingTop);
  const height = parseFloat(style.lineHeight);
  return { top, height, count: Math.max(1, Math.round((box.bottom - parseFloat(style.paddingBottom) - top) / height)) };
}
