import type { App } from '../app/app';
import type { State } from '../app/state';
import { kToggles, type Toggle } from '../model/kinds';
import { h, label, write } from './dom';

/** The seven kinds, each with its letter and how often it was found; a click hides or shows it. */
export class Toggles {
  readonly element: HTMLElement;
  private readonly buttons = new Map<Toggle, { button: HTMLElement; letter: HTMLElement; name: HTMLElement; count: HTMLElement }>();

  constructor(private readonly app: App) {
    this.element = h('div', { class: 'toggles', role: 'group' });
    for (const toggle of kToggles) {
      const letter = h('span', { class: 'letter', 'aria-hidden': 'true' });
      const name = h('span', { class: 'name' });
      const count = h('span', { class: 'count' });
      const button = h('button', { type: 'button', class: `toggle ${toggle}`, 'data-toggle': toggle, onclick: () => this.flip(toggle) }, letter, name, count);
      this.buttons.set(toggle, { button, letter, name, count });
      this.element.append(button);
    }
    app.onState((state) => this.update(state));
  }

  private flip(toggle: Toggle): void {
    const { hidden } = this.app.state.preferences;
    this.app.setPreferences({ hidden: hidden.includes(toggle) ? hidden.filter((one) => one !== toggle) : [...hidden, toggle] });
  }

  private update(state: State): void {
    const { strings, number } = this.app.language;
    this.element.hidden = state.mode === 'report' || !state.article.text.trim();
    label(this.element, { 'aria-label': strings.kinds });
    const counts = new Map<Toggle, number>();
    for (const { toggle } of state.checklist.items) counts.set(toggle, (counts.get(toggle) ?? 0) + 1);
    for (const [toggle, { button, letter, name, count }] of this.buttons) {
      const n = counts.get(toggle) ?? 0;
      label(button, { 'aria-pressed': String(!state.preferences.hidden.includes(toggle)) });
      button.classList.toggle('none', n === 0);
      write(letter, strings.letter[toggle]);
      write(name, strings.toggle[toggle]);
      write(count, number(n));
    }
  }
}
