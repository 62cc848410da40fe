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

/** A small bar at selected words: choose what they are, when the program has missed it. */
export class Marker {
  readonly element: HTMLElement;
  private span: Span | null = null;
  private readonly title = h('span', { class: 'caption' });
  private readonly bar: HTMLElement;
  private readonly buttons: [ItemKind, HTMLElement][];

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
    this.bar = h('div', { role: 'toolbar' }, this.title, ...this.buttons.map(([, button]) => button));
    this.element = h('section', { class: 'marker', hidden: true }, this.bar);
    document.addEventListener('selectionchange', () => this.follow());
  }

  focus(): void {
    if (!this.element.hidden) this.buttons[0]![1].focus();
    else this.app.say(this.app.language.strings.markHint);
  }

  private follow(): void {
    if (this.element.contains(document.activeElement)) return;
    this.span = this.app.state.mode === 'check' ? this.article.selection() : null;
    this.element.hidden = !this.span;
    if (!this.span) return;
    const { strings } = this.app.language;
    for (const one of [this.element, this.bar]) label(one, { 'aria-label': strings.mark });
    write(this.title, strings.mark);
    for (const [kind, button] of this.buttons) write(button, strings.kind[kind]);
    const { left, top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    const above = top - offsetHeight - 8;
    this.element.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
    this.element.style.top = `${above > 60 ? above : bottom + 8}px`;
  }

  private mark(layer: Layer, kind: ItemKind): void {
    const { span } = this;
    if (!span) return;
    getSelection()?.removeAllRanges();
    this.element.hidden = true;
    const { text } = this.app.state.article;
    this.app.mark(layer === 'entity' ? sameWords(text, span) : [span], layer, kind);
    this.article.element.focus({ preventScroll: true });
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
