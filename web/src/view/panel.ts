import type { App } from '../app/app';
import { voiceOf, type Mode, type State, type StatusFilter, type Tab } from '../app/state';
import { kStatuses } from '../model/review';
import { h, label, reconcile, write, type Keyed } from './dom';
import { alertRows, figureRows, nameRows, quoteRows } from './lists';
import { drawOverview } from './overview';

const kTabs: readonly Tab[] = ['names', 'figures', 'quotes', 'alerts', 'overview'];

/** The list beside the article; on a phone a sheet that comes up from the bottom. */
export class Panel {
  readonly element: HTMLElement;
  private readonly tabs = new Map<Tab, { button: HTMLElement; count: HTMLElement; name: HTMLElement }>();
  private readonly handle = h('button', { type: 'button', class: 'handle', onclick: () => this.toggleSheet() });
  private readonly title = h('h2', { class: 'hidden' });
  private readonly list = h('ul', { class: 'list', role: 'list' });
  private readonly charts = h('div', { class: 'charts' });
  private readonly body: HTMLElement;
  private readonly status = h('select', { onchange: () => this.app.setFilter({ status: this.status.value as StatusFilter }) });
  private readonly voice = h('select', { onchange: () => this.app.setFilter({ voice: this.voice.value || null }) });
  private readonly filters = h('div', { class: 'filters' }, this.status, this.voice);
  private filterSignature = '';
  private mode: Mode = 'edit';
  private selected: string | null = null;

  constructor(private readonly app: App) {
    const bar = h('div', { class: 'tabs', role: 'tablist', onkeydown: (event) => this.arrow(event) });
    for (const tab of kTabs) {
      const name = h('span', {});
      const count = h('span', { class: 'count' });
      const button = h('button', { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': 'panel-body', onclick: () => this.openTab(tab) }, name, count);
      this.tabs.set(tab, { button, count, name });
      bar.append(button);
    }
    this.body = h('div', { class: 'body', role: 'tabpanel', id: 'panel-body', tabindex: '-1' }, this.filters, this.list, this.charts);
    this.element = h('aside', { class: 'panel', 'data-sheet': 'closed' }, this.title, this.handle, bar, this.body);
    app.onState((state) => this.update(state));
  }

  /** Moves the focus into the open card, onto `field` if it has one. */
  focusCard(field = 'head'): void {
    this.element.querySelector<HTMLElement>(`.item:has(.card) [data-focus="${field}"]`)?.focus();
  }

  private update(state: State): void {
    const { strings, number } = this.app.language;
    // On a phone it would leave two lines to write in.
    if (state.mode === 'edit' && this.mode !== 'edit') this.element.dataset['sheet'] = 'closed';
    this.mode = state.mode;
    this.element.hidden = state.mode === 'report' || !state.article.text.trim();
    if (this.element.hidden) return;
    label(this.element, { 'aria-label': strings.panel });
    write(this.title, strings.panel);
    write(this.handle, strings.panel);
    label(this.handle, { 'aria-expanded': String(this.element.dataset['sheet'] === 'open') });
    const { items } = state.checklist;
    const counts: Record<Tab, number | null> = {
      names: items.filter((item) => item.layer === 'entity').length,
      figures: items.filter((item) => item.layer === 'figure').length,
      quotes: items.filter((item) => item.layer === 'quote').length,
      alerts: state.alerts.length,
      overview: null,
    };
    for (const [tab, { button, count, name }] of this.tabs) {
      write(name, strings.tabs[tab]);
      write(count, counts[tab] ? number(counts[tab]) : '');
      const on = state.tab === tab;
      label(button, { 'aria-selected': String(on), tabindex: on ? '0' : '-1' });
      if (on) label(this.body, { 'aria-labelledby': button.id });
    }
    this.updateFilters(state);
    const { tab } = state;
    this.filters.hidden = tab === 'overview' || tab === 'alerts';
    this.list.hidden = tab === 'overview';
    this.charts.hidden = tab !== 'overview';
    if (tab === 'overview') drawOverview(this.app, this.charts);
    else reconcile(this.list, this.rows(tab));
    if (state.selected !== this.selected) {
      this.selected = state.selected;
      if (state.selected) this.showSelected();
    }
  }

  private rows(tab: Exclude<Tab, 'overview'>): Keyed[] {
    const make = { names: nameRows, figures: figureRows, quotes: quoteRows, alerts: alertRows }[tab];
    return make(this.app);
  }

  private showSelected(): void {
    this.element.dataset['sheet'] = 'open';
    this.handle.setAttribute('aria-expanded', 'true');
    const row = this.list.querySelector<HTMLElement>('.item:has(.card)');
    if (!row) return;
    // Scrolls the list alone: the article stays where the reader is.
    const top = row.offsetTop;
    const { scrollTop, clientHeight } = this.body;
    if (top < scrollTop || top + Math.min(row.offsetHeight, clientHeight) > scrollTop + clientHeight) {
      this.body.scrollTop = Math.max(0, top - 48);
    }
  }

  private updateFilters(state: State): void {
    const { strings } = this.app.language;
    const voices = [...new Set(state.document.quotes.flatMap((quote) => voiceOf(quote, state.document) ?? []))].sort();
    const signature = JSON.stringify([voices, strings.name]);
    if (signature !== this.filterSignature) {
      this.filterSignature = signature;
      const statuses: [string, string][] = [
        ['all', strings.filter.all],
        ['open', strings.filter.open],
        ['done', strings.filter.done],
        ['changed', strings.filter.changed],
        ...kStatuses.filter((status) => status !== 'unchecked').map((status): [string, string] => [status, strings.status[status]]),
      ];
      this.status.replaceChildren(...statuses.map(([value, label]) => h('option', { value }, label)));
      this.voice.replaceChildren(h('option', { value: '' }, strings.filter.anyone), ...voices.map((name) => h('option', { value: name }, name)));
      label(this.status, { 'aria-label': strings.filter.status });
      label(this.voice, { 'aria-label': strings.filter.speaker });
    }
    this.status.value = state.filter.status;
    this.voice.value = state.filter.voice ?? '';
    this.voice.hidden = voices.length === 0;
  }

  private openTab(tab: Tab): void {
    this.element.dataset['sheet'] = 'open';
    this.app.setTab(tab);
    this.body.scrollTop = 0;
  }

  private toggleSheet(): void {
    this.element.dataset['sheet'] = this.element.dataset['sheet'] === 'open' ? 'closed' : 'open';
    this.handle.setAttribute('aria-expanded', String(this.element.dataset['sheet'] === 'open'));
  }

  private arrow(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = kTabs[(kTabs.indexOf(this.app.state.tab) + by + kTabs.length) % kTabs.length]!;
    this.openTab(next);
    this.tabs.get(next)!.button.focus();
    event.preventDefault();
  }
}
