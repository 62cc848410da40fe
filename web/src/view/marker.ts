import type { App } from '../app/app';
import type { Span } from '../core/document';
import { kEntityKinds, toggleOf, type ItemKind, type Layer } from '../model/kinds';
import type { ArticleView } from './article';
import { h, label, write } from './dom';

const kChoices: readonly [Layer, ItemKind][] = [
  ...kEntityKinds.map((kind): [Layer, ItemKind] => ['entity', kind]),
  ['figure', 'number'],
  ['figure', 'date'],
  ['quote', 'speech'],
];

/** A small bar at selected words, or with a field to write them in: choose what they are, when the program has missed it. */
export class Marker {
  readonly element: HTMLElement;
  private span: Span | null = null;
  private readonly title = h('span', { class: 'caption' });
  private readonly words = h('input', { type: 'text', oninput: () => this.find() });
  private readonly bar: HTMLElement;
  private readonly buttons: [ItemKind, HTMLButtonElement][];

  constructor(
    private readonly app: App,
    private readonly article: ArticleView,
  ) {
    this.buttons = kChoices.map(([layer, kind]) => {
      const button = h('button', { type: 'button', class: toggleOf(layer, kind), onclick: () => this.mark(layer, kind) });
      // The button would take the selection away before it is read.
      button.addEventListener('pointerdown', (event) => event.preventDefault());
      return [kind, button];
    });
    this.bar = h('div', { role: 'toolbar' }, this.title, this.words, ...this.buttons.map(([, button]) => button));
    this.element = h('section', { class: 'marker', hidden: true }, this.bar);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      if (event.key !== 'Enter' || event.target !== this.words) return;
      // Or the key would press the button that it leads to.
      event.preventDefault();
      this.buttons[0]![1].focus();
    });
    document.addEventListener('selectionchange', () => this.follow());
  }

  /** For the keyboard: to the kinds where words are selected, else to the field for words. */
  focus(): void {
    if (!this.element.hidden) return this.buttons[0]![1].focus();
    this.words.value = '';
    this.open('words');
    this.find();
    this.place({ left: innerWidth / 2 - this.element.offsetWidth / 2, top: innerHeight, bottom: 0 });
    this.words.focus();
  }

  private follow(): void {
    if (this.element.contains(document.activeElement)) return;
    this.span = this.app.state.mode === 'check' ? this.article.selection() : null;
    this.element.hidden = !this.span;
    if (!this.span) return;
    this.open('kinds');
    this.allow(true);
    this.place(getSelection()!.getRangeAt(0).getBoundingClientRect());
  }

  /** Finds the words that are written down, from the selected item on, and shows where they stand. */
  private find(): void {
    const { text } = this.app.state.article;
    const { value } = this.words;
    const from = this.app.selectedItem?.spans[0]?.start ?? 0;
    const after = text.indexOf(value, from);
    const start = after < 0 ? text.indexOf(value) : after;
    this.span = value.trim() && start >= 0 ? { start, end: start + value.length } : null;
    this.allow(this.span !== null);
    if (this.span) this.article.revealSpan(this.span);
  }

  private open(first: 'words' | 'kinds'): void {
    const { strings } = this.app.language;
    for (const one of [this.element, this.bar]) label(one, { 'aria-label': strings.mark });
    label(this.words, { 'aria-label': strings.markWords, placeholder: strings.markWords });
    this.words.hidden = first !== 'words';
    write(this.title, strings.mark);
    for (const [kind, button] of this.buttons) write(button, strings.kind[kind]);
    this.element.hidden = false;
  }

  private close(): void {
    this.element.hidden = true;
    getSelection()?.removeAllRanges();
    this.article.element.focus({ preventScroll: true });
  }

  private allow(marking: boolean): void {
    for (const [, button] of this.buttons) button.disabled = !marking;
  }

  private place({ left, top, bottom }: { left: number; top: number; bottom: number }): void {
    const { offsetWidth, offsetHeight } = this.element;
    const above = top - offsetHeight - 8;
    this.element.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
    this.element.style.top = `${above > 60 ? above : bottom + 8}px`;
  }

  private mark(layer: Layer, kind: ItemKind): void {
    const { span } = this;
    if (!span) return;
    const { text } = this.app.state.article;
    this.close();
    this.app.mark(layer === 'entity' ? sameWords(text, span) : [span], layer, kind);
  }
}

/** A name is marked wherever it stands: all places with the same words, the chosen one first. */
function sameWords(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const others = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'))]
    .map(({ index }) => ({ start: index, end: index + words.length }))
    .filter(({ start }) => start !== span.start);
  return [span, ...others];
}
