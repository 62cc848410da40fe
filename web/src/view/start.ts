import type { App } from '../app/app';
import type { FileDesk } from '../app/file-desk';
import type { State } from '../app/state';
import { countWords } from '../model/text';
import { h, write } from './dom';
import { manicule } from './icons';
import sampleEn from '../samples/en.txt?raw';
import sampleFr from '../samples/fr.txt?raw';

/** What an empty page says: what this is, and three ways to begin. */
export class Start {
  readonly element: HTMLElement;
  private readonly tagline = h('p', { class: 'tagline' });
  private readonly privacy = h('p', { class: 'privacy' });
  private readonly open: HTMLElement;
  private readonly samples: Record<'fr' | 'en', HTMLElement>;

  constructor(
    private readonly app: App,
    desk: FileDesk,
  ) {
    const button = (name: string, act: () => void) => h('button', { type: 'button', class: name, onclick: act });
    this.open = button('open-file', () => desk.openFile());
    this.samples = {
      fr: button('sample-fr', () => void desk.openSample('sample-fr', sampleFr)),
      en: button('sample-en', () => void desk.openSample('sample-en', sampleEn)),
    };
    this.element = h('div', { class: 'start' }, manicule(), this.tagline, h('div', { class: 'ways' }, this.open, this.samples.fr, this.samples.en), this.privacy);
    app.onState((state) => this.update(state));
  }

  private update(state: State): void {
    const { strings } = this.app.language;
    this.element.hidden = state.mode === 'report' || state.article.text.length > 0;
    write(this.tagline, strings.tagline);
    write(this.privacy, strings.privacy);
    write(this.open, strings.openFile);
    write(this.samples.fr, strings.sampleFr);
    write(this.samples.en, strings.sampleEn);
  }
}

/** The line over the text: its date, its length, and what the core has to say. */
export class Dateline {
  readonly element: HTMLElement;
  private counted = '';
  private length = 0;
  private readonly label = h('span', {});
  private readonly date = h('input', { type: 'date', onchange: () => this.app.setDate(this.date.value) });
  private readonly found = h('span', { class: 'found' });
  private readonly words = h('span', { class: 'words-count' });
  private readonly news = h('span', { class: 'news', role: 'status' });
  private readonly check = h('button', { type: 'button', class: 'go', onclick: () => this.app.setMode('check') });

  constructor(private readonly app: App) {
    this.element = h('div', { class: 'dateline' }, h('label', {}, this.label, this.date), this.found, this.words, this.news, this.check);
    app.onState((state) => this.update(state));
  }

  private update(state: State): void {
    const { strings, day, count } = this.app.language;
    const { article, document } = state;
    this.element.hidden = state.mode === 'report' || !article.text.trim();
    write(this.label, strings.date);
    if (this.date.value !== article.date) this.date.value = article.date;
    write(this.found, !article.date && document.date ? strings.dateFound(day(document.date)) : '');
    // Counting takes its time in a long article: while it is typed in, the old number will do.
    if (article.text !== this.counted && (state.fresh || !this.counted)) {
      this.counted = article.text;
      this.length = countWords(article.text);
    }
    write(this.words, count(strings.words, this.length));
    write(this.news, this.newsOf(state));
    write(this.check, strings.startChecking);
    this.check.hidden = state.mode !== 'edit';
  }

  private newsOf({ problem, fresh, names, document, article }: State): string {
    const { strings } = this.app.language;
    if (problem !== null) return strings.coreFailed(problem);
    // A long article has its first marks before its language is known.
    if (!fresh && (document.language === 'und' || !(document.entities.length || document.figures.length))) return strings.working;
    if (fresh && document.language === 'und' && article.text.length > 200) return strings.languageUnknown;
    return names === 'arriving' ? strings.namesArriving : '';
  }
}
