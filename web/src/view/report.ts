import type { App } from '../app/app';
import type { FileDesk } from '../app/file-desk';
import { progressOf, type State } from '../app/state';
import { kFormats, type Format } from '../export';
import { factOf, sectionsOf, type ExportInput, type Fact, type Section } from '../export/input';
import { titleOf } from '../model/article';
import { today } from '../model/dates';
import { h } from './dom';
import { kPage } from './lists';
import { kGlyphs } from './status';

/** The third mode: what was checked, by which source, what is open; to be printed or saved. */
export class ReportView {
  readonly element = h('div', { class: 'report', tabindex: '-1' });
  /** How many pages of a section are shown. */
  private readonly pages = new Map<Section, number>();
  private printing = false;

  constructor(
    private readonly app: App,
    private readonly desk: FileDesk,
  ) {
    app.onState((state) => this.update(state));
    // On paper everything stands, however long.
    addEventListener('beforeprint', () => this.print(true));
    addEventListener('afterprint', () => this.print(false));
  }

  private print(printing: boolean): void {
    this.printing = printing;
    this.update(this.app.state);
  }

  private update(state: State): void {
    this.element.hidden = state.mode !== 'report';
    if (this.element.hidden) return this.pages.clear();
    const { strings } = this.app.language;
    if (!state.article.text.trim()) {
      this.element.replaceChildren(h('p', { class: 'empty' }, strings.report.empty));
      return;
    }
    const input = this.input(state);
    this.element.replaceChildren(this.head(input), this.saving(input), ...this.sections(input), ...this.alerts(input));
  }

  private input({ article, document, checklist: { items }, alerts }: State): ExportInput {
    return { article, document, items, alerts, language: this.app.language };
  }

  private head({ article, items, language }: ExportInput): HTMLElement {
    const { strings, number, day } = language;
    const { done, all } = progressOf(items);
    const made = `${strings.report.title}. ${strings.report.made(day(today()))}.`;
    return h('header', {}, h('p', { class: 'made' }, made), h('h2', {}, titleOf(article, 160)), h('p', { class: 'sum' }, strings.progress(number(done), number(all))));
  }

  private saving(input: ExportInput): HTMLElement {
    const { strings } = input.language;
    const print = h('button', { type: 'button', class: 'go', onclick: () => window.print() }, strings.report.print);
    const formats = (Object.keys(kFormats) as Format[]).map((format) =>
      h('button', { type: 'button', 'data-format': format, onclick: () => this.save(format) }, strings.formats[format]),
    );
    return h('div', { class: 'saving' }, print, h('span', { class: 'caption' }, strings.report.save), ...formats);
  }

  private save(format: Format): void {
    for (const { contents, extension, type } of kFormats[format](this.input(this.app.state))) this.desk.save(contents, extension, type);
  }

  private sections(input: ExportInput): HTMLElement[] {
    const { strings, number } = input.language;
    return sectionsOf(input).map(({ section, items }) => {
      const title = h('h3', {}, strings.report.sections[section], h('span', { class: 'aside' }, ` ${number(items.length)}`));
      const shown = this.printing ? items : items.slice(0, (this.pages.get(section) ?? 1) * kPage);
      const facts = shown.map((item) => factOf(item, input));
      return h('section', { class: section }, title, this.table(facts, section), this.more(section, items.length - shown.length));
    });
  }

  private more(section: Section, left: number): HTMLElement | null {
    if (!left) return null;
    const { strings, number } = this.app.language;
    const show = () => {
      this.pages.set(section, (this.pages.get(section) ?? 1) + 1);
      this.update(this.app.state);
      // The focus goes on with what has come.
      this.element.querySelectorAll<HTMLElement>(`section.${section} .fact`)[before]?.focus({ preventScroll: true });
    };
    const before = (this.pages.get(section) ?? 1) * kPage;
    return h('button', { type: 'button', class: 'more', onclick: show }, strings.more(number(Math.min(left, kPage))));
  }

  private table(facts: Fact[], section: string): HTMLElement {
    const { strings } = this.app.language;
    const decided = section !== 'unchecked';
    const head = [strings.report.item, strings.report.kind, ...(decided ? [strings.report.sources] : [])];
    return h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...head.map((cell) => h('th', { scope: 'col' }, cell)))),
      h('tbody', {}, ...facts.map((fact) => this.row(fact, decided))),
    );
  }

  private row({ item, words, kind, detail, status, correction, source, note }: Fact, decided: boolean): HTMLElement {
    const open = h('button', { type: 'button', class: 'fact', onclick: () => this.open(item.key) }, words);
    const locator = item.check?.source.locator ?? '';
    const link = /^https?:\/\/\S+$/.test(locator) ? h('a', { href: locator, rel: 'noreferrer', target: '_blank' }, source) : source;
    return h(
      'tr',
      {},
      h('td', {}, h('div', { class: 'fact-line' }, h('span', { class: `glyph ${status}`, 'aria-hidden': 'true' }, kGlyphs[status]), h('span', {}, open, correction ? h('span', { class: 'correction' }, ` → ${correction}`) : null))),
      h('td', {}, detail && detail !== words ? `${kind}, ${detail}` : kind),
      decided && h('td', {}, link, source && note ? h('br') : null, note),
    );
  }

  private open(key: string): void {
    this.app.setMode('check');
    this.app.select(key);
  }

  private alerts({ alerts, article, language: { strings } }: ExportInput): HTMLElement[] {
    if (!alerts.length) return [];
    const rows = alerts.map((alert) => h('li', {}, alert.message, ' ', h('q', {}, article.text.slice(alert.start, alert.end))));
    return [h('section', { class: 'alerts' }, h('h3', {}, strings.report.alerts), h('ul', {}, ...rows))];
  }
}
