import type { App } from '../app/app';
import { visibleItems, voiceOf } from '../app/state';
import { readableValue } from '../i18n/value';
import { isChecked, type Item } from '../model/items';
import { kEntityKinds, type Layer } from '../model/kinds';
import type { Check } from '../model/review';
import { contextOf, countWords } from '../model/text';
import { h, type Keyed } from './dom';
import { groupRow, itemRow, plainRow } from './item-row';
import { kGlyphs } from './status';

/** The lists of the panel, as keyed rows. */

/** More rows than anybody reads in one go; the rest comes when asked for. */
export const kPage = 300;

/** The visible items of one layer: as many pages as were asked for, and always the selected one. */
function page(app: App, layer: Layer): { items: Item[]; more: Keyed[] } {
  const all = visibleItems(app.state).filter((item) => item.layer === layer);
  const selected = all.findIndex((item) => item.key === app.state.selected);
  const end = Math.max(app.state.pages * kPage, selected + 1);
  if (end >= all.length) return { items: all, more: [] };
  const { strings, number } = app.language;
  const left = all.length - end;
  const more: Keyed = {
    key: 'more',
    signature: `${left} ${strings.name}`,
    make: () => h('li', { class: 'more' }, h('button', { type: 'button', onclick: () => app.showMore() }, strings.more(number(Math.min(left, kPage))))),
  };
  return { items: all.slice(0, end), more: [more] };
}

export function nameRows(app: App): Keyed[] {
  const { strings } = app.language;
  const { names, document, article } = app.state;
  const { items, more } = page(app, 'entity');
  const rows: Keyed[] = [];
  if (names === 'arriving') rows.push(plainRow('arriving', 'notice', strings.namesArriving));
  else if (article.text && document.language !== 'und' && names === 'none' && !items.length) rows.push(plainRow('none', 'notice', strings.namesNone));
  for (const kind of kEntityKinds) {
    const group = items.filter((item) => item.kind === kind).sort((a, b) => b.spans.length - a.spans.length);
    if (!group.length) continue;
    rows.push(groupRow(kind, strings.kindPlural[kind], app.language.number(group.length)));
    for (const item of group) {
      const n = item.spans.length;
      rows.push(itemRow(app, item, { label: item.label, ...(n > 1 ? { meta: `×\u202f${app.language.number(n)}` } : {}) }));
    }
  }
  return filled(app, 'names', [...rows, ...more]);
}

export function figureRows(app: App): Keyed[] {
  const { language } = app;
  const { text } = app.state.article;
  const { items, more } = page(app, 'figure');
  const rows = items.map((item) => {
    const { before, words, after } = contextOf(text, item.spans[0]!, 60);
    const value = item.figure ? readableValue(item.figure, language) : '';
    const meta = [language.strings.kind[item.kind], value && value !== words ? value : ''].filter(Boolean).join(' · ');
    return itemRow(app, item, { label: words, meta, below: `${before}${words}${after}` });
  });
  return filled(app, 'figures', [...rows, ...more]);
}

export function quoteRows(app: App): Keyed[] {
  const { strings, percent } = app.language;
  const { document, article } = app.state;
  const { items: visible, more } = page(app, 'quote');
  const total = sum(document.quotes.filter(isChecked).map((quote) => wordsIn(article.text, quote)));
  const voices = new Map<string | null, Item[]>();
  for (const item of visible) {
    const voice = item.quote ? voiceOf(item.quote, document) : null;
    voices.set(voice, [...(voices.get(voice) ?? []), item]);
  }
  const words = (items: Item[]) => sum(items.flatMap((item) => item.spans.map((span) => wordsIn(article.text, span))));
  const groups = [...voices].sort(([a, x], [b, y]) => Number(a === null) - Number(b === null) || words(y) - words(x));
  const rows: Keyed[] = [];
  for (const [voice, items] of groups) {
    rows.push(voiceRow(voice ?? strings.unattributed, words(items) / Math.max(1, total), strings.share(percent(words(items) / Math.max(1, total)))));
    for (const item of items) {
      const cue = item.quote?.cue?.text;
      rows.push(itemRow(app, item, { label: shorten(item.label), meta: [strings.kind[item.kind], cue ? strings.said(cue) : ''].filter(Boolean).join(' · ') }));
    }
  }
  const terms = app.state.filter.status === 'all' && !app.state.filter.voice ? document.quotes.filter((quote) => !isChecked(quote)) : [];
  if (terms.length) {
    rows.push(groupRow('terms', strings.titlesAndTerms));
    const list = terms.map(({ start, end }) => article.text.slice(start, end)).join('   ');
    rows.push(plainRow('terms', 'terms', list));
  }
  return filled(app, 'quotes', [...rows, ...more]);
}

export function alertRows(app: App): Keyed[] {
  const { strings } = app.language;
  const { alerts, article, document, preferences } = app.state;
  const kinds = [...new Set(document.alerts.map(({ kind }) => kind))];
  const switches: Keyed[] = kinds.length
    ? [
        {
          key: 'switches',
          signature: JSON.stringify([kinds, preferences.mutedAlerts, preferences.locale]),
          make: () => h('li', {}, h('div', { class: 'switches', role: 'group', 'aria-label': strings.alertKinds }, ...kinds.map((kind) => alertSwitch(app, kind)))),
        },
      ]
    : [];
  const rows = alerts.map((alert): Keyed => {
    const { before, words, after } = contextOf(article.text, alert, 50);
    return {
      key: `${alert.kind} ${alert.start}`,
      signature: JSON.stringify([alert, before, words, after, preferences.locale]),
      make: () =>
        h(
          'li',
          { class: 'alert-row' },
          h('button', { type: 'button', class: 'head', onclick: () => app.emphasise(alert) }, h('strong', {}, strings.alertKind[alert.kind] ?? alert.kind), h('span', {}, alert.message), h('span', { class: 'below' }, before, h('b', {}, words), after)),
          h('button', { type: 'button', class: 'quiet', onclick: () => app.dismiss(alert) }, strings.dismiss),
        ),
    };
  });
  return [...switches, ...(rows.length ? rows : [plainRow('alerts', 'empty', strings.nothing.alerts)])];
}

function alertSwitch(app: App, kind: string): HTMLElement {
  const { mutedAlerts } = app.state.preferences;
  const on = !mutedAlerts.includes(kind);
  const flip = () => app.setPreferences({ mutedAlerts: on ? [...mutedAlerts, kind] : mutedAlerts.filter((one) => one !== kind) });
  return h('button', { type: 'button', class: 'switch', 'aria-pressed': String(on), 'data-focus': kind, onclick: flip }, app.language.strings.alertKind[kind] ?? kind);
}

function voiceRow(name: string, share: number, words: string): Keyed {
  return {
    key: `voice ${name}`,
    signature: words,
    make: () => {
      const meter = h('span', { class: 'meter', 'aria-hidden': 'true' });
      meter.style.setProperty('--share', String(share));
      return h('li', { class: 'group voice' }, h('h3', {}, name, h('span', { class: 'aside' }, ` ${words}`)), meter);
    },
  };
}

const kLayers = { names: 'entity', figures: 'figure', quotes: 'quote' } as const;

/** The rows, or a word about there being none; below them the decisions whose words have left the text. */
function filled(app: App, tab: keyof typeof kLayers, rows: Keyed[]): Keyed[] {
  const { strings } = app.language;
  const { filter, checklist } = app.state;
  const filtered = filter.status !== 'all' || filter.voice !== null;
  const shown = rows.length ? rows : [plainRow('empty', 'empty', filtered ? strings.nothingFiltered : strings.nothing[tab])];
  const lost = checklist.lost.filter((check) => check.target.layer === kLayers[tab]);
  return lost.length ? [...shown, groupRow('lost', strings.lost), ...lost.map((check) => lostRow(app, check))] : shown;
}

function lostRow(app: App, check: Check): Keyed {
  const { strings } = app.language;
  const { label } = check.target;
  const remove = () => app.forgetCheck(check);
  return {
    key: `lost ${label} ${check.at}`,
    signature: `${check.status} ${strings.name}`,
    make: () =>
      h(
        'li',
        { class: 'lost' },
        h('span', { class: 'glyph', 'aria-hidden': 'true' }, kGlyphs[check.status]),
        h('span', {}, h('b', {}, label), h('span', { class: 'below' }, [strings.status[check.status], check.note].filter(Boolean).join(' · '))),
        h('button', { type: 'button', class: 'quiet', onclick: remove }, strings.dismiss),
      ),
  };
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
const wordsIn = (text: string, { start, end }: { start: number; end: number }): number => countWords(text.slice(start, end));

function shorten(text: string, longest = 140): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
