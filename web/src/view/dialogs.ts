import type { App } from '../app/app';
import { kLocales, type Locale } from '../i18n';
import type { Theme } from '../app/preferences';
import { titleOf, newArticle } from '../model/article';
import { kStatuses } from '../model/review';
import { h } from './dom';
import { kStatusKeys } from './status';

export interface FileActions {
  openFile(): void;
  importFile(): void;
  exportFile(): void;
  shareLink(): void;
}

/** A modal sheet with a title and a way out. Its contents are made anew each time it opens. */
function openDialog(app: App, name: string, title: string, contents: (close: () => void) => (Node | null)[]): HTMLDialogElement {
  const { strings } = app.language;
  const close = () => dialog.close();
  const head = h('div', { class: 'dialog-head' }, h('h2', { id: `${name}-title` }, title), h('button', { type: 'button', class: 'quiet', onclick: close }, strings.close));
  const dialog = h('dialog', { class: name, 'aria-labelledby': `${name}-title` }, head, ...contents(close));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function openArticles(app: App, actions: FileActions): void {
  const { strings } = app.language;
  const recents = h('ul', { class: 'recents', role: 'list' });
  const fill = async () => {
    await app.kept();
    const articles = await app.database.all().catch(() => []);
    const rows = articles.map((article) => {
      const open = h('button', { type: 'button', class: 'recent' }, h('b', {}, titleOf(article) || strings.untitled), h('span', {}, when(article.updated, app.language.locale)));
      open.addEventListener('click', () => {
        app.open(article);
        dialog.close();
      });
      const remove = h('button', { type: 'button', class: 'quiet', 'aria-label': `${strings.deleteOne}: ${titleOf(article)}` }, strings.deleteOne);
      confirmed(remove, strings.confirmDelete, async () => {
        await app.forget(article.id);
        await fill();
      });
      return h('li', {}, open, remove);
    });
    recents.replaceChildren(...(rows.length ? rows : [h('li', { class: 'empty' }, strings.noRecent)]));
    clear.hidden = !rows.length;
    // The button that deleted has gone with what it deleted.
    if (!dialog.contains(document.activeElement)) (recents.querySelector('button') ?? dialog.querySelector('button'))?.focus();
  };
  const clear = h('button', { type: 'button', class: 'quiet' }, strings.deleteAll);
  confirmed(clear, strings.confirmDelete, async () => {
    await app.forgetAll();
    await fill();
  });
  const dialog = openDialog(app, 'articles', strings.articles, (close) => {
    const action = (label: string, act: () => void) =>
      h('button', { type: 'button', onclick: () => { close(); act(); } }, label);
    const hasText = app.state.article.text.trim() !== '';
    return [
      h(
        'div',
        { class: 'ways' },
        action(strings.newArticle, () => app.open(newArticle())),
        action(strings.openFile, () => actions.openFile()),
        action(strings.importFile, () => actions.importFile()),
        hasText ? action(strings.exportFile, () => actions.exportFile()) : null,
        hasText ? action(strings.shareLink, () => actions.shareLink()) : null,
      ),
      h('h3', {}, strings.recent),
      recents,
      clear,
    ];
  });
  void fill();
}

/** The first click asks, the second does. */
function confirmed(button: HTMLButtonElement, question: string, act: () => void): void {
  const label = button.textContent ?? '';
  let asked = false;
  button.addEventListener('click', () => {
    if (asked) return act();
    asked = true;
    button.textContent = question;
    button.removeAttribute('aria-label');
  });
  button.addEventListener('blur', () => {
    asked = false;
    button.textContent = label;
  });
}

export function openSettings(app: App): void {
  const { strings } = app.language;
  const { preferences } = app.state;
  openDialog(app, 'settings', strings.menu, (close) => {
    const reopen = () => {
      close();
      openSettings(app);
    };
    const choice = <T extends string>(label: string, options: [T, string][], present: T, change: (value: T) => void) => {
      const select = h('select', {}, ...options.map(([value, name]) => h('option', { value, selected: value === present }, name)));
      select.addEventListener('change', () => change(select.value as T));
      return h('label', { class: 'choice' }, h('span', {}, label), select);
    };
    const flag = (label: string, on: boolean, change: (on: boolean) => void) => {
      const box = h('input', { type: 'checkbox', checked: on });
      box.addEventListener('change', () => change(box.checked));
      return h('label', { class: 'choice' }, h('span', {}, label), box);
    };
    return [
      choice(strings.language, Object.entries(kLocales).map(([locale, { name }]): [Locale, string] => [locale as Locale, name]), preferences.locale, (locale) => {
        app.setPreferences({ locale });
        reopen();
      }),
      choice(strings.theme, Object.entries(strings.themes) as [Theme, string][], preferences.theme, (theme) => app.setPreferences({ theme })),
      flag(strings.focusLine, preferences.focusLine, (focusLine) => app.setPreferences({ focusLine })),
      flag(strings.keyboardSingle, preferences.singleKeys, (singleKeys) => app.setPreferences({ singleKeys })),
      h('h3', {}, strings.keyboard),
      keyTable(app),
      h('p', { class: 'privacy' }, strings.privacy),
    ];
  });
}

function keyTable(app: App): HTMLElement {
  const { strings } = app.language;
  const rows: [string, string][] = [
    ['j', strings.keys.next],
    ['k', strings.keys.previous],
    ...kStatuses.map((status): [string, string] => [kStatusKeys[status], strings.status[status]]),
    ['=', strings.keys.twins],
    ['s', strings.keys.source],
    ['t', strings.keys.note],
    ['m', strings.mark],
    ['Enter', strings.keys.open],
    ['Esc', strings.keys.back],
    ['l', strings.keys.focus],
    ['↑ ↓', strings.keys.line],
    ['Ctrl Z', strings.keys.undo],
    ['Ctrl Shift Z', strings.keys.redo],
    ['Alt 1 2 3', strings.keys.modes],
    ['?', strings.keys.help],
  ];
  return h('dl', { class: 'keys' }, ...rows.map(([key, what]) => h('div', {}, h('dt', {}, ...key.split(' ').map((one) => h('kbd', {}, one))), h('dd', {}, what))));
}

function when(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
