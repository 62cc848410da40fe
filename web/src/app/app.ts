import { Annotator } from '../core/client';
import type { Alert, AnnotationDocument, Part, Span } from '../core/document';
import type { Names } from '../core/protocol';
import { languageFor, type Language } from '../i18n';
import { Database } from '../io/database';
import { forgetDraft, Keeper, leftDraft } from '../io/keeper';
import { Tabs, type News } from '../io/tabs';
import { follow } from '../model/anchor';
import { newArticle, type Article } from '../model/article';
import * as steps from '../model/decide';
import { History } from '../model/history';
import { twinsOf, type Item } from '../model/items';
import type { ItemKind, Layer } from '../model/kinds';
import { mapAnchors, type Check, type Review, type Status } from '../model/review';
import { editedPart, headPart, withPart } from '../model/part';
import { plainDocument, shiftDocument } from '../model/shift';
import { editBetween, type Edit } from '../model/text';
import { AfterPaint } from './after-paint';
import { loadPreferences, onPreferencesElsewhere, savePreferences, type Preferences } from './preferences';
import { derive, type Filter, type Mode, type State, type Tab, visibleItems } from './state';

/** What the page can do. Views call it and are told of every new state. */
export class App {
  private current: State;
  private history: History<Review>;
  private readonly annotator: Annotator;
  private readonly keeper: Keeper;
  private readonly tabs: Tabs;
  private readonly typed = new AfterPaint(() => this.replace(this.current.article));
  private readonly listeners: ((state: State) => void)[] = [];
  private readonly sayers: ((sentence: string) => void)[] = [];
  private readonly pointers: ((span: Span) => void)[] = [];

  constructor(
    preferences: Preferences,
    readonly database = new Database(),
  ) {
    const article = newArticle();
    this.history = new History(article.review);
    this.current = complete({
      article,
      document: plainDocument(''),
      fresh: true,
      names: 'none',
      problem: null,
      mode: 'edit',
      tab: 'names',
      selected: null,
      filter: { status: 'all', voice: null },
      pages: 1,
      preferences,
      canUndo: false,
      canRedo: false,
      epoch: 0,
    });
    this.annotator = new Annotator(
      {
        onDocument: (document, names) => this.receive(document, names),
        onPart: (read, part) => this.receivePart(read, part),
        onFailure: (problem) => this.update({ problem, fresh: true }),
      },
      preferences.lastLanguage,
    );
    this.keeper = new Keeper(
      this.database,
      ({ id }) => this.tabs.tell({ kept: id }),
      () => this.say(this.language.strings.errors.storage),
    );
    this.tabs = new Tabs((news) => void this.hear(news).catch(() => undefined));
    onPreferencesElsewhere(() => this.applyPreferences(loadPreferences()));
  }

  get state(): State {
    return this.current;
  }
  /** Resolves when the core is on its way. */
  get started(): Promise<unknown> {
    return this.annotator.started;
  }
  get language(): Language {
    return languageFor(this.current.preferences.locale);
  }
  onState(listener: (state: State) => void): void {
    this.listeners.push(listener);
    listener(this.current);
  }
  /** For sentences that pass: a link was copied, a file refused. */
  onSay(sayer: (sentence: string) => void): void {
    this.sayers.push(sayer);
  }
  say(sentence: string): void {
    for (const sayer of this.sayers) sayer(sentence);
  }
  /** For what should be seen in the article now. */
  onPoint(pointer: (span: Span) => void): void {
    this.pointers.push(pointer);
  }
  emphasise(span: Span): void {
    this.setMode('check');
    for (const pointer of this.pointers) pointer(span);
  }

  // The text

  open(article: Article, mode: Mode = article.text ? 'check' : 'edit'): void {
    this.typed.flush();
    this.annotator.forget();
    this.history = new History(article.review);
    const document = plainDocument(article.text);
    this.update({
      article,
      document,
      fresh: !article.text,
      names: 'none',
      problem: null,
      mode,
      selected: null,
      filter: { status: 'all', voice: null },
      pages: 1,
      epoch: this.current.epoch + 1,
      preferences: this.prefer({ lastArticle: article.id }),
    });
    if (!article.text) return;
    this.keeper.keep(article);
    this.annotate(headPart(document, article.text));
  }

  /** What is typed: known at once, shown by the views and kept once the letter itself is on the screen. */
  setText(text: string): Edit | null {
    const edit = this.rewrite(text);
    if (!edit) return null;
    this.typed.request();
    const part = editedPart(this.current.document, edit, text);
    if (part) this.annotator.annotatePart(text, part);
    else this.annotate();
    return edit;
  }

  setDate(date: string): void {
    this.replace({ ...this.current.article, date });
    this.annotate();
  }

  // Human decisions

  setStatus(item: Item, status: Status, twins: 'alone' | 'with-twins' = 'alone'): void {
    const items = twins === 'alone' ? [item] : [item, ...twinsOf(item, this.current.checklist.items)];
    this.review(steps.setStatus(this.history.present, items, this.current.article.text, status));
  }
  describe(item: Item, change: steps.CheckChange): void {
    const tag = `${item.key} ${Object.keys(change).join()}`;
    this.review(steps.decide(this.history.present, item, this.current.article.text, change), tag);
  }
  mark(spans: Span[], layer: Layer, kind: ItemKind): void {
    this.review(steps.addMark(this.history.present, this.current.article.text, spans, layer, kind));
    const start = spans[0]?.start;
    const made = this.current.checklist.items.find((item) => item.origin === 'reader' && item.spans[0]?.start === start);
    if (made) this.select(made.key);
  }
  changeKind(item: Item, layer: Layer, kind: ItemKind): void {
    this.review(steps.changeKind(this.history.present, item, this.current.article.text, layer, kind));
    const start = item.spans[0]!.start;
    const made = this.current.checklist.items.find((other) => other.kind === kind && other.spans[0]?.start === start);
    this.select(made?.key ?? null);
  }
  remove(item: Item): void {
    this.review(steps.removeItem(this.history.present, item, this.current.article.text));
  }
  /** Gives up a decision whose words are no longer in the text. */
  forgetCheck(check: Check): void {
    const { present } = this.history;
    this.review({ ...present, checks: present.checks.filter((one) => one !== check) });
  }
  dismiss(alert: Alert): void {
    this.review(steps.dismiss(this.history.present, alert, this.current.article.text));
  }
  undo(): void {
    if (this.history.undo()) this.afterTravel();
  }
  redo(): void {
    if (this.history.redo()) this.afterTravel();
  }

  // What is shown

  setMode(mode: Mode): void {
    this.update({ mode });
  }
  setTab(tab: Tab): void {
    this.update({ tab, pages: 1 });
  }
  showMore(): void {
    this.update({ pages: this.current.pages + 1 });
  }
  setFilter(filter: Partial<Filter>): void {
    this.update({ filter: { ...this.current.filter, ...filter } });
  }
  select(key: string | null): void {
    const item = this.item(key);
    const tab: Tab | null = item ? ({ entity: 'names', figure: 'figures', quote: 'quotes' } as const)[item.layer] : null;
    this.update({ selected: item ? key : null, ...(tab ? { tab } : {}) });
  }
  /** To the next (1) or previous (-1) visible item. */
  step(by: 1 | -1): void {
    const items = visibleItems(this.current);
    if (!items.length) return;
    const at = items.findIndex((item) => item.key === this.current.selected);
    const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length;
    this.select(items[next]!.key);
  }
  item(key: string | null): Item | null {
    return this.current.checklist.items.find((item) => item.key === key) ?? null;
  }
  get selectedItem(): Item | null {
    return this.item(this.current.selected);
  }
  setPreferences(change: Partial<Preferences>): void {
    this.applyPreferences(this.prefer(change));
  }

  async forget(id: string): Promise<void> {
    await this.kept();
    if (leftDraft()?.id === id) forgetDraft();
    await this.database.delete(id);
    this.tabs.tell({ deleted: id });
    if (id === this.current.article.id) this.open(newArticle());
  }
  async forgetAll(): Promise<void> {
    await this.kept();
    forgetDraft();
    await this.database.clear();
    this.tabs.tell({ deleted: null });
    this.open(newArticle());
  }
  /** Resolves when everything is written to the database. */
  kept(): Promise<void> {
    this.typed.flush();
    return this.keeper.settled();
  }

  /** What another tab has done to the article is done to it here. */
  private async hear(news: News): Promise<void> {
    const { id } = this.current.article;
    if ('deleted' in news) {
      if (news.deleted === null || news.deleted === id) this.open(newArticle());
      return;
    }
    const kept = news.kept === id ? await this.database.get(id) : undefined;
    const { article, epoch } = this.current;
    if (!kept || id !== article.id || kept.updated <= article.updated) return;
    const edit = this.rewrite(kept.text);
    if (JSON.stringify(kept.review) !== JSON.stringify(this.history.present)) this.history.push(kept.review);
    this.update({ article: { ...kept, review: this.history.present }, epoch: epoch + 1 });
    if (edit || kept.date !== article.date) this.annotate();
  }

  /** Gives the article another text, and everything that stands in it its new place. */
  private rewrite(text: string): Edit | null {
    const { article, document } = this.current;
    const edit = editBetween(article.text, text);
    if (!edit) return null;
    this.history.rewrite((review) => mapAnchors(review, (anchor) => follow(anchor, edit, text)));
    this.change({ article: { ...article, text, review: this.history.present }, document: shiftDocument(document, edit, text), fresh: false });
    return edit;
  }

  private review(review: Review, tag: string | null = null): void {
    this.history.push(review, tag);
    this.replace({ ...this.current.article, review });
  }

  private afterTravel(): void {
    this.replace({ ...this.current.article, review: this.history.present }, { epoch: this.current.epoch + 1 });
  }

  private replace(article: Article, change: Partial<State> = {}): void {
    const updated = { ...article, updated: new Date().toISOString() };
    this.update({ ...change, article: updated });
    if (!updated.text && this.current.preferences.lastArticle !== updated.id) return;
    if (this.current.preferences.lastArticle !== updated.id) this.setPreferences({ lastArticle: updated.id });
    this.keeper.keep(updated);
  }

  private annotate(head: Part | null = null): void {
    const { article, preferences } = this.current;
    const messages = preferences.locale;
    this.annotator.annotate(article.text, { messages, ...(article.date ? { date: article.date } : {}) }, head);
  }

  private applyPreferences(preferences: Preferences): void {
    const spoken = preferences.locale !== this.current.preferences.locale;
    this.update({ preferences });
    if (spoken && this.current.article.text) this.annotate();
  }

  /** The preferences with a change to them, kept for the next time. */
  private prefer(change: Partial<Preferences>): Preferences {
    const preferences = { ...this.current.preferences, ...change };
    savePreferences(preferences);
    return preferences;
  }

  private receive(document: AnnotationDocument, names: Names): void {
    const { lastLanguage } = this.current.preferences;
    const { language } = document;
    const needed = names === 'ready' && language !== lastLanguage ? { preferences: this.prefer({ lastLanguage: language }) } : {};
    this.update({ document, names, fresh: true, problem: null, ...needed });
  }

  private receivePart(read: AnnotationDocument, part: Part): void {
    this.change({ document: withPart(this.current.document, read, part, this.current.article.text) });
    if (!this.typed.pending) this.tell();
  }

  private update(change: Partial<State>): void {
    this.change(change);
    this.tell();
  }

  private change(change: Partial<State>): void {
    const next = { ...this.current, ...change, canUndo: this.history.canUndo, canRedo: this.history.canRedo };
    this.current = followsFromSame(next, this.current) ? next : { ...next, ...derive(next) };
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.current);
  }
}

/** Whether the checklist and the alerts are the same in both. */
function followsFromSame(a: State, b: State): boolean {
  return a.document === b.document && a.article.text === b.article.text && a.article.review === b.article.review && a.preferences === b.preferences;
}

function complete(state: Omit<State, 'checklist' | 'alerts'>): State {
  return { ...state, ...derive(state) };
}
