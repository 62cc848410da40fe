import type { App } from '../app/app';
import type { State } from '../app/state';
import type { Span } from '../core/document';
import { hasParagraphs, htmlToText } from '../io/html-text';
import type { Edit } from '../model/text';
import { h, label, reconcile, redraw } from './dom';
import { editorLines, followEdit, keyedLine, keyedLines, type Line } from './editor-lines';
import { goTo, placeIn, reveal, type Place } from './place';

/** Above this many characters the marks behind the text cost more than they are worth. */
const kMarkedLength = 150_000;

/** The article as plain text to type in, with the marks showing through from behind. */
export class EditorView {
  readonly element: HTMLElement;
  private readonly field: HTMLTextAreaElement;
  private readonly backdrop: HTMLElement;
  private epoch = -1;
  /** What is drawn behind the field; empty when that is not known for sure. */
  private lines: Line[] = [];

  constructor(private readonly app: App) {
    this.backdrop = h('div', { class: 'backdrop', 'aria-hidden': 'true' });
    this.field = h('textarea', {
      class: 'field',
      spellcheck: 'false',
      autocapitalize: 'off',
      oninput: () => this.follow(app.setText(this.field.value)),
      onpaste: (event) => this.paste(event),
    });
    this.element = h('div', { class: 'editor' }, this.backdrop, this.field);
    app.onState((state) => this.update(state));
  }

  /** Puts the cursor into the text, on those words if any. */
  focus(words: Span | null = null): void {
    if (words) this.field.setSelectionRange(words.start, words.end);
    this.field.focus({ preventScroll: true });
  }

  place(): Place | null {
    return placeIn(this.backdrop.children, this.starts);
  }
  goTo(place: Place): boolean {
    return goTo(place, this.backdrop.children, this.starts);
  }

  private get starts(): number[] {
    return this.lines.map(({ start }) => start);
  }

  /** Shows where an item stands behind the text. */
  reveal(key: string | null): void {
    for (const old of this.backdrop.querySelectorAll('.selected')) old.classList.remove('selected');
    if (key === null) return;
    const marks = [...this.backdrop.querySelectorAll(`mark[data-key="${CSS.escape(key)}"]`)];
    for (const mark of marks) mark.classList.add('selected');
    reveal(marks);
  }

  private update(state: State): void {
    const { strings } = this.app.language;
    label(this.field, { placeholder: strings.placeholder, 'aria-label': strings.editorLabel });
    // The field is the master while it is typed in: writing to it would move the cursor and forget its undo.
    if (state.epoch !== this.epoch) {
      this.epoch = state.epoch;
      if (this.field.value !== state.article.text) this.field.value = state.article.text;
    }
    if (state.mode !== 'edit') return;
    const marked = state.article.text.length <= kMarkedLength;
    this.element.classList.toggle('unmarked', !marked);
    this.lines = marked ? editorLines(state, strings.letter) : [];
    reconcile(this.backdrop, keyedLines(this.lines));
  }

  /** Draws the edited line at once; everything else hears of the edit when this is on the screen. */
  private follow(edit: Edit | null): void {
    if (!edit) return;
    const followed = followEdit(this.lines, edit, this.field.value);
    this.lines = followed?.lines ?? [];
    const line = followed && this.lines[followed.at];
    const present = followed && this.backdrop.children[followed.at];
    if (!line || !present) return;
    const same = this.lines.slice(0, followed.at).filter(({ words }) => words === line.words).length;
    redraw(present, keyedLine(line, same + 1));
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
