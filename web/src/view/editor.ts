import type { App } from '../app/app';
import type { State } from '../app/state';
import type { Span } from '../core/document';
import { hasParagraphs, htmlToText } from '../io/html-text';
import { drawMarked, markSignature } from './block';
import { h, reconcile } from './dom';
import { drawnBlocks } from './marks';

/** Above this many characters the marks behind the text cost more than they are worth. */
const kMarkedLength = 150_000;

/** The article as plain text to type in, with the marks showing through from behind. */
export class EditorView {
  readonly element: HTMLElement;
  private readonly field: HTMLTextAreaElement;
  private readonly backdrop: HTMLElement;
  private epoch = -1;

  constructor(private readonly app: App) {
    this.backdrop = h('div', { class: 'backdrop', 'aria-hidden': 'true' });
    this.field = h('textarea', {
      class: 'field',
      spellcheck: 'false',
      autocapitalize: 'off',
      oninput: () => app.setText(this.field.value),
      onpaste: (event) => this.paste(event),
    });
    this.element = h('div', { class: 'editor' }, this.backdrop, this.field);
    app.onState((state) => this.update(state));
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  /** Shows where an item stands behind the text. */
  reveal(key: string | null): void {
    for (const old of this.backdrop.querySelectorAll('.selected')) old.classList.remove('selected');
    if (key === null) return;
    const marks = this.backdrop.querySelectorAll(`mark[data-key="${CSS.escape(key)}"]`);
    for (const mark of marks) mark.classList.add('selected');
    marks[0]?.scrollIntoView({ block: 'center' });
  }

  private update(state: State): void {
    const { strings } = this.app.language;
    this.field.placeholder = strings.placeholder;
    this.field.setAttribute('aria-label', strings.editorLabel);
    // The field is the master while it is typed in: writing to it would move the cursor and forget its undo.
    if (state.epoch !== this.epoch) {
      this.epoch = state.epoch;
      if (this.field.value !== state.article.text) this.field.value = state.article.text;
    }
    if (state.mode !== 'edit') return;
    const marked = state.article.text.length <= kMarkedLength;
    this.element.classList.toggle('unmarked', !marked);
    reconcile(this.backdrop, marked ? this.lines(state) : []);
  }

  /** The same lines as in the field, so that both wrap alike; one element for each block. */
  private lines(state: State) {
    const { text } = state.article;
    const blocks = drawnBlocks(state, this.app.language.strings.letter);
    const starts = [0];
    const kept: (typeof blocks)[] = [[]];
    for (const drawn of blocks) {
      const line = text.lastIndexOf('\n', drawn.block.start - 1) + 1;
      if (drawn.block.start > 0 && line > starts.at(-1)!) {
        starts.push(line);
        kept.push([]);
      }
      kept.at(-1)!.push(drawn);
    }
    const seen = new Map<string, number>();
    return starts.map((start, i) => {
      // The element itself ends the line, so its last line end is left out.
      const end = i + 1 < starts.length ? starts[i + 1]! - 1 : text.length;
      const span: Span = { start, end };
      const marks = [...new Set(kept[i]!.flatMap((drawn) => drawn.marks))];
      const words = text.slice(start, end);
      const n = (seen.get(words) ?? 0) + 1;
      seen.set(words, n);
      return {
        key: `${words} ${n}`,
        signature: markSignature(text, span, marks),
        make: () => {
          const line = h('div', { class: 'line' });
          drawMarked(line, text, span, marks);
          if (!words || words.endsWith('\n')) line.append('\u200b');
          return line;
        },
      };
    });
  }

  private paste(event: ClipboardEvent): void {
    const markup = event.clipboardData?.getData('text/html') ?? '';
    const wasEmpty = !this.field.value.trim();
    if (hasParagraphs(markup)) {
      event.preventDefault();
      this.insert(htmlToText(markup));
    }
    // What was pasted into an empty page is an article to be read.
    if (wasEmpty) setTimeout(() => this.field.value.trim().length > 200 && this.app.setMode('check'));
  }

  /** As if typed, so that the browser's own undo takes it back. */
  private insert(text: string): void {
    this.field.focus();
    const typed = text.length < 200_000 && document.execCommand('insertText', false, text);
    if (typed) return;
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, 'end');
    this.app.setText(this.field.value);
  }
}
