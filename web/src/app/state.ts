import type { Alert, AnnotationDocument } from '../core/document';
import type { Names } from '../core/protocol';
import type { Article } from '../model/article';
import { checklist, statusOf, type Checklist, type Item } from '../model/items';
import { locate } from '../model/anchor';
import type { Status } from '../model/review';
import type { Preferences } from './preferences';

export type Mode = 'edit' | 'check' | 'report';
export type Tab = 'names' | 'figures' | 'quotes' | 'alerts' | 'overview';
export type StatusFilter = 'all' | 'open' | 'done' | 'changed' | Status;

export interface Filter {
  status: StatusFilter;
  /** A speaker's name, or null for everyone. */
  voice: string | null;
}

/** Everything the page shows. Replaced as a whole; views compare what they need. */
export interface State {
  article: Article;
  /** Always of `article.text`: shifted along with every edit until the core has answered. */
  document: AnnotationDocument;
  /** The core has answered for exactly this text. */
  fresh: boolean;
  names: Names;
  problem: string | null;
  checklist: Checklist;
  /** Those not muted and not dismissed. */
  alerts: Alert[];
  mode: Mode;
  tab: Tab;
  selected: string | null;
  filter: Filter;
  /** How many pages of a long list are shown. */
  pages: number;
  preferences: Preferences;
  canUndo: boolean;
  canRedo: boolean;
  /** Grows with undo, redo and every article opened: inputs with older contents are made anew. */
  epoch: number;
}

/** The checklist and alerts that follow from the document and the review. */
export function derive(state: Omit<State, 'checklist' | 'alerts'>): Pick<State, 'checklist' | 'alerts'> {
  const { article, document, preferences } = state;
  const places = article.review.dismissed.flatMap(({ kind, anchor }) => {
    const place = locate(anchor, article.text);
    return place ? [{ kind, start: place.start }] : [];
  });
  return {
    checklist: checklist(document, article.review, article.text),
    alerts: document.alerts.filter(
      (alert) =>
        !preferences.mutedAlerts.includes(alert.kind) &&
        !places.some(({ kind, start }) => kind === alert.kind && start === alert.start),
    ),
  };
}

/** The items that pass the kinds and the filter, in order. */
export function visibleItems({ checklist: { items }, document, filter, preferences }: State): Item[] {
  const said = filter.voice === null ? null : document.quotes.filter((quote) => voiceOf(quote, document) === filter.voice);
  return items.filter(
    (item) =>
      !preferences.hidden.includes(item.toggle) &&
      passes(item, filter.status) &&
      (!said || item.spans.some((span) => said.some((quote) => quote.start <= span.start && span.end <= quote.end))),
  );
}

function passes(item: Item, filter: StatusFilter): boolean {
  const status = statusOf(item);
  if (filter === 'all') return true;
  if (filter === 'changed') return item.changed;
  if (filter === 'open') return status === 'unchecked' || item.changed;
  if (filter === 'done') return status !== 'unchecked';
  return status === filter;
}

/** Whose words a quote is: the entity's name, else the words that name the speaker, else null. */
export function voiceOf(quote: AnnotationDocument['quotes'][number], document: AnnotationDocument): string | null {
  const { speaker } = quote;
  if (!speaker) return null;
  return document.entities.find(({ id }) => id === speaker.entity)?.name ?? speaker.text;
}

export function progressOf(items: readonly Item[]): { done: number; all: number } {
  return { done: items.filter((item) => statusOf(item) !== 'unchecked' && !item.changed).length, all: items.length };
}
