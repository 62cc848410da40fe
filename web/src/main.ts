import './styles/index.css';
import { App } from './app/app';
import { FileDesk } from './app/file-desk';
import { keepOffline } from './app/offline';
import { loadPreferences } from './app/preferences';
import { titleOf } from './model/article';
import { ArticleView } from './view/article';
import { openArticles, openSettings } from './view/dialogs';
import { h, write } from './view/dom';
import { EditorView } from './view/editor';
import { Marker } from './view/marker';
import { Masthead } from './view/masthead';
import { Panel } from './view/panel';
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
const marker = new Marker(app, article);
const tip = new Tip(app, article.element);
const report = new ReportView(app, desk);
const masthead = new Masthead(app, { articles: () => openArticles(app, desk), settings: () => openSettings(app) });
const start = new Start(app, () => desk.openFile());
const said = h('div', { class: 'toast', role: 'status' });
const spoken = h('div', { class: 'hidden', role: 'status' });
const page = h('main', {}, start.element, new Dateline(app).element, new Toggles(app).element, article.element, editor.element, report.element);

document.body.replaceChildren(masthead.element, h('div', { class: 'desk' }, page, panel.element), marker.element, tip.element, said, spoken);

let selected: string | null = null;
let mode = app.state.mode;
let opened = app.state.article.id;
// Every mode has its own place in the article.
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
  article.element.hidden = state.mode !== 'check' || !state.article.text.trim();
  editor.element.hidden = state.mode !== 'edit';
  if (state.article.id !== opened) {
    opened = state.article.id;
    scrolled = { edit: 0, check: 0, report: 0 };
    scrollTo({ top: 0, behavior: 'instant' });
  }
  if (state.mode !== mode) {
    mode = state.mode;
    scrollTo({ top: scrolled[mode], behavior: 'instant' });
  }
  if (state.selected !== selected) {
    selected = state.selected;
    const item = app.item(selected);
    if (state.mode === 'edit') editor.reveal(item?.key ?? null);
    else if (item) article.reveal(item.key);
    write(spoken, item ? `${item.label}: ${describeItem(app, item)}` : '');
  }
});

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
void desk.begin().then(() => app.state.mode === 'edit' && matchMedia('(pointer: fine)').matches && editor.focus());
