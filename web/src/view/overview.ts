import type { App } from '../app/app';
import { voiceOf, type State } from '../app/state';
import { readableValue } from '../i18n/value';
import { firstDay } from '../model/dates';
import { isChecked, statusOf, type Item } from '../model/items';
import { countWords } from '../model/text';
import { h, svg } from './dom';
import { minimap } from './minimap';

const drawn = new WeakMap<HTMLElement, { document: unknown; checklist: unknown; locale: string }>();

/** The article at a glance: where its facts are, whose words it quotes, which days it speaks of. */
export function drawOverview(app: App, parent: HTMLElement): void {
  const { document, checklist, preferences, fresh } = app.state;
  // A picture of the whole waits until the whole has been read again.
  if (!fresh && drawn.has(parent)) return;
  const before = drawn.get(parent);
  if (before?.document === document && before.checklist === checklist && before.locale === preferences.locale) return;
  drawn.set(parent, { document, checklist, locale: preferences.locale });
  parent.replaceChildren(section(app.language.strings.minimap, h('div', { class: 'picture' }, minimap(app))), voices(app), timeline(app));
}

function section(title: string, ...children: HTMLElement[]): HTMLElement {
  return h('section', {}, h('h3', {}, title), ...children);
}

const kWide = 320;

/** Quoted words and figures by who said them. */
function voices(app: App): HTMLElement {
  const { strings, count, percent } = app.language;
  const rows = voiceRows(app.state, strings.unattributed, strings.narrator);
  const most = Math.max(1, ...rows.map(({ words }) => words));
  const total = Math.max(1, rows.reduce((sum, { words }) => sum + words, 0));
  const list = rows.map(({ name, words, quotes, figures }) => {
    const bar = svg('svg', { viewBox: '0 0 100 6', preserveAspectRatio: 'none', class: 'bar-chart', 'aria-hidden': 'true' });
    bar.append(svg('rect', { x: 0, y: 0, width: (100 * words) / most, height: 6 }));
    const facts = [words ? percent(words / total) : '', quotes ? count(strings.quotesIn, quotes) : '', figures ? count(strings.figuresIn, figures) : ''].filter(Boolean);
    return h('li', {}, h('b', {}, name), h('span', { class: 'aside' }, ` ${facts.join(' · ')}`), bar);
  });
  return section(strings.voices, h('ul', { role: 'list', class: 'voices' }, ...list));
}

interface Voice {
  name: string;
  words: number;
  quotes: number;
  figures: number;
}

function voiceRows({ document, checklist, article }: State, unattributed: string, narrator: string): Voice[] {
  const voices = new Map<string, Voice>();
  const voice = (name: string): Voice => {
    const present = voices.get(name) ?? { name, words: 0, quotes: 0, figures: 0 };
    voices.set(name, present);
    return present;
  };
  const quotes = document.quotes.filter(isChecked);
  for (const quote of quotes) {
    const one = voice(voiceOf(quote, document) ?? unattributed);
    one.quotes += 1;
    one.words += countWords(article.text.slice(quote.start, quote.end));
  }
  // Both stand in order: the first quote that has not ended is the one to look at.
  let next = 0;
  for (const { spans } of checklist.items.filter((item) => item.layer === 'figure')) {
    const { start, end } = spans[0]!;
    while (next < quotes.length && quotes[next]!.end <= start) next += 1;
    const quote = quotes[next] && quotes[next]!.start <= start && end <= quotes[next]!.end ? quotes[next] : null;
    voice(quote ? (voiceOf(quote, document) ?? unattributed) : narrator).figures += 1;
  }
  return [...voices.values()].sort((a, b) => b.words - a.words || b.figures - a.figures);
}

/** The days and years the article speaks of, in their order. */
function timeline(app: App): HTMLElement {
  const { strings } = app.language;
  const days = app.state.checklist.items
    .flatMap((item) => {
      const day = item.figure?.kind === 'date' || item.figure?.kind === 'time' ? firstDay(item.figure.value) : null;
      return day === null ? [] : [{ item, day }];
    })
    .sort((a, b) => a.day - b.day);
  if (!days.length) return section(strings.timeline, h('p', { class: 'aside' }, strings.nothing.figures));
  const list = days.map(({ item }) =>
    h('li', {}, h('button', { type: 'button', class: 'mention', onclick: () => app.select(item.key) }, h('b', {}, readableValue(item.figure!, app.language)), ` ${item.label}`)),
  );
  return section(strings.timeline, h('div', { class: 'picture' }, axis(days)), h('ul', { role: 'list', class: 'mentions' }, ...list));
}

function axis(days: { item: Item; day: number }[]): SVGElement {
  const first = new Date(days[0]!.day).getUTCFullYear();
  const last = new Date(days.at(-1)!.day).getUTCFullYear() + 1;
  const from = Date.UTC(first);
  const x = (day: number) => 8 + ((kWide - 16) * (day - from)) / (Date.UTC(last) - from);
  const picture = svg('svg', { viewBox: `0 0 ${kWide} 40`, class: 'axis', 'aria-hidden': 'true' });
  picture.append(svg('line', { x1: 8, x2: kWide - 8, y1: 16, y2: 16, class: 'text' }));
  const step = Math.max(1, Math.ceil((last - first) / 5));
  for (let year = first; year <= last; year += step) {
    const at = x(Date.UTC(year));
    picture.append(svg('line', { x1: at, x2: at, y1: 12, y2: 20, class: 'text' }));
    picture.append(svg('text', { x: at, y: 34, 'text-anchor': year === first ? 'start' : year + step > last ? 'end' : 'middle' }, String(year)));
  }
  for (const { item, day } of days) picture.append(svg('circle', { cx: x(day), cy: 16, r: 4, class: `figure ${statusOf(item)}` }));
  return picture;
}
