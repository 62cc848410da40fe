import type { App } from '../app/app';
import type { State } from '../app/state';
import type { Span } from '../core/document';
import { drawMarked, markSignature } from './block';
import { h, label, reconcile } from './dom';
import { drawnBlocks, type DrawnBlock, type Note } from './marks';
import { goTo, placeIn, reveal, type Place } from './place';

const kTags = { title: 'h2', heading: 'h3', paragraph: 'p', furniture: 'p' } as const;

/** The article as it is read and ticked: one row a paragraph, with its notes in the margin. */
export class ArticleView {
  readonly element: HTMLElement;
  private rows: DrawnBlock[] = [];
  private drawn: State | null = null;

  constructor(private readonly app: App) {
    this.element = h('div', {
      class: 'article',
      tabindex: '0',
      role: 'region',
      'data-focus': 'article',
      onclick: (event) => this.click(event),
    });
    this.element.addEventListener('mouseover', (event) => this.light(markAt(event.target)?.dataset['key'] ?? null));
    this.element.addEventListener('mouseleave', () => this.light(null));
    app.onState((state) => this.update(state));
  }

  private update(state: State): void {
    if (state.mode !== 'check') return;
    if (this.isDrawn(state)) return this.showSelected(state.selected);
    const { strings } = this.app.language;
    const lang = state.document.language === 'und' ? '' : state.document.language;
    label(this.element, { 'aria-label': strings.article, 'aria-description': strings.articleHint, lang });
    this.rows = drawnBlocks(state, strings.letter);
    const seen = new Map<string, number>();
    reconcile(
      this.element,
      this.rows.map((row) => {
        const text = state.article.text;
        const words = text.slice(row.block.start, row.block.end);
        const n = (seen.get(words) ?? 0) + 1;
        seen.set(words, n);
        const signature = `${row.block.kind} ${markSignature(text, row.block, row.marks)} ${JSON.stringify(row.notes)} ${strings.name}`;
        return { key: `${words} ${n}`, signature, make: () => this.draw(row, text) };
      }),
    );
    this.showSelected(state.selected);
  }

  /** Selecting something changes nothing that is drawn; in a long text that is worth knowing. */
  private isDrawn(state: State): boolean {
    const { drawn } = this;
    this.drawn = state;
    return drawn !== null && drawn.checklist === state.checklist && drawn.alerts === state.alerts && drawn.preferences === state.preferences;
  }

  private draw({ block, marks, notes }: DrawnBlock, text: string): HTMLElement {
    const words = h(kTags[block.kind], { class: `words ${block.kind}` });
    drawMarked(words, text, block, marks);
    return h('div', { class: 'row' }, words, h('div', { class: 'notes' }, ...notes.map((note) => this.drawNote(note))));
  }

  // The margin repeats what the list has, so it stays out of the tab order: the article is one stop.
  private drawNote(note: Note): HTMLElement {
    const { strings } = this.app.language;
    if (note.type === 'speaker') {
      return h('button', { class: 'note voice', type: 'button', tabindex: '-1', 'data-key': note.key }, note.name);
    }
    const { alert } = note;
    const dismiss = h('button', { class: 'dismiss', type: 'button', tabindex: '-1', 'aria-label': strings.dismiss, title: strings.dismiss }, '×');
    dismiss.addEventListener('click', (event) => {
      event.stopPropagation();
      this.app.dismiss(alert);
    });
    return h('div', { class: 'note warning' }, h('strong', {}, strings.alertKind[alert.kind] ?? alert.kind), ' ', alert.message, dismiss);
  }

  private click(event: Event): void {
    if (!getSelection()?.isCollapsed) return;
    const note = (event.target as Element).closest<HTMLElement>('.voice');
    const mark = markAt(event.target);
    const alert = (event.target as Element).closest('mark.alert');
    if (note) this.app.select(note.dataset['key']!);
    else if (mark) this.app.select(outerIfSelected(mark, this.app.state.selected));
    else if (alert) this.app.setTab('alerts');
    else this.app.select(null);
  }

  private showSelected(key: string | null): void {
    for (const old of this.element.querySelectorAll('.selected')) old.classList.remove('selected');
    if (key !== null) for (const mark of this.marksOf(key)) mark.classList.add('selected');
  }

  reveal(key: string): void {
    reveal(this.marksOf(key));
  }

  place(): Place | null {
    return placeIn(this.element.children, this.starts);
  }
  goTo(place: Place): boolean {
    return goTo(place, this.element.children, this.starts);
  }

  private get starts(): number[] {
    return this.rows.map(({ block }) => block.start);
  }

  revealSpan(span: Span): void {
    const row = this.rows.findIndex(({ block }) => block.end > span.start);
    this.element.children[row]?.scrollIntoView({ block: 'center' });
  }

  /** Lights every mention of an item. */
  light(key: string | null): void {
    for (const old of this.element.querySelectorAll('.lit')) old.classList.remove('lit');
    if (key !== null) for (const mark of this.marksOf(key)) mark.classList.add('lit');
  }

  /** The words the reader has selected, as a place in the text; null when there are none here. */
  selection(): Span | null {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = this.placeOf(range.startContainer, range.startOffset);
    const end = this.placeOf(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    const words = this.app.state.article.text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    const span = { start: from, end: from + words.trim().length };
    return span.start < span.end ? span : null;
  }

  private placeOf(node: Node, offset: number): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const row = element?.closest('.row');
    if (!row || row.parentElement !== this.element) return null;
    const block = this.rows[[...this.element.children].indexOf(row)]?.block;
    if (!block) return null;
    const words = element!.closest('.words');
    // Selecting a whole paragraph ends beside it, in the margin.
    if (!words) return block.end;
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(node, offset);
    return block.start + before.toString().length;
  }

  private marksOf(key: string): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(`mark[data-key="${CSS.escape(key)}"]`)];
  }
}

function markAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('mark[data-key]') : null;
}

/** A second click on a name selects the quote around it. */
function outerIfSelected(mark: HTMLElement, selected: string | null): string {
  const key = mark.dataset['key']!;
  const outer = mark.parentElement?.closest<HTMLElement>('mark[data-key]')?.dataset['key'];
  return key === selected && outer ? outer : key;
}
