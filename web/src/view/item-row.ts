import type { App } from '../app/app';
import { contentsOf, statusOf, twinsOf, type Item } from '../model/items';
import { drawCard } from './card';
import { h, type Keyed } from './dom';
import { kGlyphs } from './status';

export interface RowText {
  label: string;
  /** Small words after the label. */
  meta?: string;
  /** A second line. */
  below?: string;
}

/** One line of a list; the selected one opens into its card. */
export function itemRow(app: App, item: Item, text: RowText): Keyed {
  const { selected, epoch, preferences, names } = app.state;
  const open = selected === item.key;
  const { status, ...rest } = { status: statusOf(item), ...text };
  const shown = [rest, status, item.changed, item.origin, item.toggle, open, preferences.locale];
  // Open cards hold inputs: they are made anew only when something besides the inputs changes.
  const inside = open ? [epoch, item.spans.length, item.kind, preferences.singleKeys, names, besides(app, item)] : [];
  return {
    key: item.key,
    signature: JSON.stringify([shown, inside]),
    make: () => draw(app, item, text, open),
  };
}

/** The other items a card shows something of. */
function besides(app: App, item: Item): string[] {
  const { items } = app.state.checklist;
  return [...twinsOf(item, items), ...contentsOf(item, items)].map((one) => `${one.key} ${statusOf(one)}`);
}

function draw(app: App, item: Item, { label, meta, below }: RowText, open: boolean): HTMLElement {
  const { strings } = app.language;
  const status = statusOf(item);
  const badges = [
    item.changed && h('span', { class: 'badge changed' }, strings.changed),
    item.origin === 'reader' && h('span', { class: 'badge' }, strings.byReader),
    item.origin === 'kept' && h('span', { class: 'badge' }, strings.kept),
  ];
  const tick = h(
    'button',
    {
      type: 'button',
      class: `tick ${status}`,
      'aria-pressed': String(status === 'confirmed'),
      'aria-label': `${strings.status.confirmed}: ${label}`,
      title: strings.status[status],
      'data-focus': 'tick',
      onclick: () => {
        const now = app.item(item.key);
        if (now) app.setStatus(now, statusOf(now) === 'unchecked' ? 'confirmed' : 'unchecked');
      },
    },
    kGlyphs[status],
  );
  const head = h(
    'button',
    {
      type: 'button',
      class: 'head',
      'aria-expanded': String(open),
      'data-focus': 'head',
      onclick: () => app.select(open ? null : item.key),
    },
    h('span', { class: 'label' }, label),
    meta ? h('span', { class: 'meta' }, ' ', meta) : null,
    ...badges,
    below ? h('span', { class: 'below' }, below) : null,
    status !== 'unchecked' && h('span', { class: 'hidden' }, ` (${strings.status[status]})`),
  );
  return h(
    'li',
    { class: `item ${item.toggle} ${status}`, 'data-key': item.key },
    h('div', { class: 'line' }, tick, head),
    open && drawCard(app, item),
  );
}

/** A heading inside a list. */
export function groupRow(key: string, title: string, aside = ''): Keyed {
  return {
    key: `group ${key}`,
    signature: `${title}|${aside}`,
    make: () => h('li', { class: 'group' }, h('h3', {}, title, aside ? h('span', { class: 'aside' }, ` ${aside}`) : null)),
  };
}

export function plainRow(key: string, className: string, text: string): Keyed {
  return { key: `plain ${key}`, signature: text, make: () => h('li', { class: className }, text) };
}
