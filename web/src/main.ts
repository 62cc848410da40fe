import './styles/index.css';
import { App } from './app/app';
import { FileDesk } from './app/file-desk';
import { keepOffline } from './app/offline';
import { loadPreferences } from './app/preferences';
import type { Mode } from './app/state';
import type { Span } from './core/document';
import { titleOf } from './model/article';
import { ArticleView } from './view/article';
import { openArticles, openSettings } from './view/dialogs';
import { h, write } from './view/dom';
import { EditorView } from './view/editor';
import { LineFocus } from './view/line-focus';
import { Marker } from './view/marker';
import { Masthead } from './view/masthead';
import { Panel } from './view/panel';
import type { Place } from './view/place';
import { ReportView } from './view/report';
import { listenForKeys } from './view/shortcuts';
import { Dateline, Start } from './view/start';
import { describeItem, Tip } from './view/tip';
import { Toggles } from './view/toggles';

const app = new App(loadPreferences());
const desk = new FileDesk(app);

const article = new ArticleView(app);
const editor = new EditorView(app);
const panel = new Panel(app);
const lineFocus = new LineFocus(app, article.element);
const marker = new Marker(app, article);
const tip = new Tip(app, article.element);
const report = new ReportView(app, desk);
const masthead = new Masthead(app, { articles: () => openArticles(app, desk), settings: () => openSettings(app) });
const start = new Start(app, desk);
const said = h('div', { class: 'toast', role: 'status' });
const spoken = h('div', { class: 'hidden', role: 'status' });
const page = h('main', {}, start.element, new Dateline(app).element, new Toggles(app).element, h('div', { class: 'reading' }, article.element, lineFocus.element), editor.element, report.element);

document.body.replaceChildren(masthead.element, h('div', { class: 'desk' }, page, panel.element), marker.element, tip.element, said, spoken);

const textView = (mode: Mode) => (mode === 'edit' ? editor : article);
let selected: string | null = null;
let mode = app.state.mode;
let opened = app.state.article.id;
let scrolled = { edit: 0, check: 0, report: 0 };
addEventListener('scroll', () => (scrolled[mode] = scrollY), { passive: true });
app.onState((state) => {
  const { documentElement: root } = document;
  const { theme, locale, focusLine } = state.preferences;
  root.lang = locale;
  document.title = state.article.text.trim() ? `${titleOf(state.article)} · Manicule` : 'Manicule';
  root.dataset['mode'] = state.mode;
  root.classList.toggle('begun', state.article.text.trim() !== '');
  root.classList.toggle('focus-line', focusLine);
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  const changed = state.mode !== mode;
  const bothShowText = changed && mode !== 'report' && state.mode !== 'report';
  const place = bothShowText && state.article.id === opened ? textView(mode).place() : null;
  article.element.hidden = state.mode !== 'check' || !state.article.text.trim();
  editor.element.hidden = state.mode !== 'edit';
  if (state.article.id !== opened) {
    opened = state.article.id;
    scrolled = { edit: 0, check: 0, report: 0 };
    scrollTo({ top: 0, behavior: 'instant' });
  }
  if (changed) {
    mode = state.mode;
    if (!place || !textView(mode).goTo(place)) scrollTo({ top: scrolled[mode], behavior: 'instant' });
    takeFocus(place);
  }
  const item = app.selectedItem;
  if (state.selected !== selected || changed) {
    selected = state.selected;
    if (mode === 'edit') editor.reveal(selected);
    else if (item && !changed) article.reveal(item.key);
  }
  write(spoken, item ? `${item.label}: ${describeItem(app, item)}` : '');
});

/** Into the mode that has come up, unless the focus is where it can stay; onto what is selected, for it is to be corrected. */
function takeFocus(place: Place | null): void {
  const { activeElement } = document;
  if (masthead.element.contains(activeElement) || panel.element.contains(activeElement)) return;
  const selected = app.selectedItem?.spans ?? [];
  const words = selected.find(({ start }) => place && start >= place.start) ?? selected[0];
  if (mode === 'edit') focusEditor(words);
  else if (activeElement !== document.body) (mode === 'check' ? article : report).element.focus({ preventScroll: true });
}

/** A finger says itself when it wants its keyboard. */
function focusEditor(words?: Span): void {
  if (!matchMedia('(pointer: coarse)').matches) editor.focus(words);
}

let quiet = 0;
app.onSay((sentence) => {
  said.textContent = sentence;
  clearTimeout(quiet);
  quiet = window.setTimeout(() => (said.textContent = ''), 8000);
});
app.onPoint((span) => article.revealSpan(span));
document.addEventListener('mouseover', (event) => {
  const row = (event.target as Element).closest<HTMLElement>('.panel .item');
  if (row) article.light(row.dataset['key'] ?? null);
});

listenForKeys(app, {
  focusArticle: () => article.element.focus({ preventScroll: true }),
  focusCard: (field) => panel.focusCard(field),
  focusMarker: () => marker.focus(),
  help: () => openSettings(app),
});

keepOffline(app);
void desk.begin().then(() => app.state.mode === 'edit' && focusEditor());
