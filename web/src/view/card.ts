import type { App } from '../app/app';
import { voiceOf } from '../app/state';
import { readableValue } from '../i18n/value';
import { contentsOf, twinsOf, statusOf, type Item } from '../model/items';
import { today } from '../model/dates';
import { kEntityKinds, type ItemKind, type Layer } from '../model/kinds';
import { kSourceTypes, kStatuses, type Source, type Status } from '../model/review';
import { contextOf } from '../model/text';
import { h } from './dom';
import { kGlyphs, kStatusKeys } from './status';

/** Everything about one item: its status, its source, where it stands. */
export function drawCard(app: App, item: Item): HTMLElement {
  const { strings } = app.language;
  return h(
    'div',
    { class: 'card' },
    item.changed && h('p', { class: 'was' }, strings.changedFrom(item.check?.target.anchors[0]?.exact ?? '')),
    facts(app, item),
    statuses(app, item),
    statusOf(item) === 'wrong' && field(app, item, 'correction', strings.correction),
    sourceFields(app, item),
    field(app, item, 'note', strings.note),
    places(app, item),
    contents(app, item),
    actions(app, item),
  );
}

function facts(app: App, item: Item): HTMLElement | null {
  const { language } = app;
  const { strings } = language;
  const { document } = app.state;
  const voice = item.quote ? voiceOf(item.quote, document) : null;
  const around = item.layer === 'quote' ? undefined : document.quotes.find((quote) => quote.start <= item.spans[0]!.start && item.spans[0]!.end <= quote.end && quote.speaker);
  const rows: [string, string][] = [];
  if (item.figure) rows.push([strings.value, readableValue(item.figure, language)]);
  if (item.quote) {
    const { cue, stance, medium } = item.quote;
    rows.push([strings.speaker, voice ?? strings.unattributed]);
    if (cue && stance && stance !== 'neutral') rows.push([strings.stance[stance], cue.text]);
    if (medium) rows.push([strings.medium, medium.text]);
  }
  if (around) rows.push([strings.inQuote, voiceOf(around, document) ?? '']);
  if (!rows.length) return null;
  return h('dl', { class: 'facts' }, ...rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

function statuses(app: App, item: Item): HTMLElement {
  const { strings } = app.language;
  const present = statusOf(item);
  const one = (status: Status) =>
    h(
      'button',
      {
        type: 'button',
        class: `status ${status}`,
        'aria-pressed': String(present === status),
        'data-focus': `status-${status}`,
        onclick: () => withNow(app, item, (now) => app.setStatus(now, status)),
      },
      h('span', { class: 'glyph', 'aria-hidden': 'true' }, kGlyphs[status]),
      strings.status[status],
      app.state.preferences.singleKeys && h('kbd', { 'aria-hidden': 'true' }, kStatusKeys[status]),
    );
  return h('div', { class: 'statuses', role: 'group', 'aria-label': strings.statuses }, ...kStatuses.map(one));
}

function field(app: App, item: Item, name: 'note' | 'correction', label: string): HTMLElement {
  const input = h('textarea', { rows: '1', 'data-focus': name });
  input.value = item.check?.[name] ?? '';
  input.addEventListener('input', () => withNow(app, item, (now) => app.describe(now, { [name]: input.value })));
  return h('label', { class: `field-${name}` }, h('span', {}, label), input);
}

function sourceFields(app: App, item: Item): HTMLElement {
  const { strings } = app.language;
  const source: Source = item.check?.source ?? { type: '', locator: '', date: '' };
  const change = (part: Partial<Source>) =>
    withNow(app, item, (now) => app.describe(now, { source: { ...(now.check?.source ?? source), ...part } }));
  const type = h('select', { 'aria-label': strings.source, 'data-focus': 'source-type' });
  for (const key of kSourceTypes) type.append(h('option', { value: key, selected: key === source.type }, strings.sourceType[key]));
  type.addEventListener('change', () => change({ type: type.value as Source['type'] }));
  const locator = h('input', { type: 'text', placeholder: strings.locator, 'aria-label': strings.locator, 'data-focus': 'source' });
  locator.value = source.locator;
  const date = h('input', { type: 'date', 'aria-label': strings.consulted, title: strings.consulted, 'data-focus': 'source-date' });
  date.value = source.date;
  date.addEventListener('input', () => change({ date: date.value }));
  locator.addEventListener('input', () => {
    // A source that is being written down is being consulted today.
    if (!date.value) date.value = today();
    if (!type.value && /^https?:/.test(locator.value)) type.value = 'web';
    change({ locator: locator.value, date: date.value, type: type.value as Source['type'] });
  });
  return h('div', { class: 'source', role: 'group', 'aria-label': strings.source }, h('span', { class: 'caption' }, strings.source), type, date, locator);
}

function places(app: App, item: Item): HTMLElement | null {
  if (item.layer !== 'entity') return null;
  const { text } = app.state.article;
  const list = item.spans.map((span) => {
    const { before, words, after } = contextOf(text, span, 50);
    const go = () => app.emphasise(span);
    return h('li', {}, h('button', { type: 'button', class: 'mention', onclick: go }, before, h('b', {}, words), after));
  });
  return h('ul', { class: 'mentions', role: 'list' }, ...list);
}

/** The names and figures within a quote are facts of their own. */
function contents(app: App, item: Item): HTMLElement | null {
  const inner = contentsOf(item, app.state.checklist.items);
  if (!inner.length) return null;
  const list = inner.map((one) =>
    h('li', {}, h('button', { type: 'button', class: 'mention', onclick: () => app.select(one.key) }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, kGlyphs[statusOf(one)]), h('b', {}, one.label))),
  );
  return h('div', {}, h('span', { class: 'caption' }, app.language.strings.inThese), h('ul', { class: 'mentions', role: 'list' }, ...list));
}

function actions(app: App, item: Item): HTMLElement {
  const { strings, count } = app.language;
  const twins = twinsOf(item, app.state.checklist.items).filter((twin) => statusOf(twin) !== statusOf(item));
  const kind = h('select', { 'aria-label': strings.changeKind, 'data-focus': 'kind' });
  const choices: [Layer, ItemKind][] = [...kEntityKinds.map((k): [Layer, ItemKind] => ['entity', k]), ['figure', 'number'], ['figure', 'date'], ['quote', 'speech']];
  if (!choices.some(([layer, k]) => layer === item.layer && k === item.kind)) choices.push([item.layer, item.kind]);
  for (const [layer, k] of choices) {
    kind.append(h('option', { value: `${layer} ${k}`, selected: layer === item.layer && k === item.kind }, strings.kind[k]));
  }
  kind.addEventListener('change', () => {
    const [layer, k] = kind.value.split(' ') as [Layer, ItemKind];
    withNow(app, item, (now) => app.changeKind(now, layer, k));
  });
  return h(
    'div',
    { class: 'actions' },
    twins.length > 0 &&
      h(
        'button',
        { type: 'button', class: 'twins', 'data-focus': 'twins', onclick: () => withNow(app, item, (now) => app.setStatus(now, statusOf(now), 'with-twins')) },
        count(strings.tickTwins, twins.length),
        h('kbd', { 'aria-hidden': 'true' }, '='),
      ),
    h('label', { class: 'kind' }, h('span', {}, strings.changeKind), kind),
    h('button', { type: 'button', class: 'quiet', onclick: () => withNow(app, item, (now) => app.remove(now)) }, strings.remove),
  );
}

/** Handlers outlive the state they were drawn from: they act on the item as it is by then. */
function withNow(app: App, item: Item, act: (now: Item) => void): void {
  const now = app.item(item.key);
  if (now) act(now);
}
