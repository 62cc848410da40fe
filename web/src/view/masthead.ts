import type { App } from '../app/app';
import { progressOf, type Mode, type State } from '../app/state';
import { h, label, write } from './dom';
import { icon, manicule } from './icons';

const kModes: readonly Mode[] = ['edit', 'check', 'report'];

export interface Openers {
  articles: () => void;
  settings: () => void;
}

/** The line above everything: whose page it is, the three modes, how far the reader has come. */
export class Masthead {
  readonly element: HTMLElement;
  private readonly modes = new Map<Mode, HTMLButtonElement>();
  private readonly switcher = h('nav', { class: 'modes' });
  private readonly progress = h('span', { class: 'progress' });
  private readonly bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
  private readonly undo = this.tool('undo', () => this.app.undo());
  private readonly redo = this.tool('redo', () => this.app.redo());
  private readonly articles: HTMLButtonElement;
  private readonly settings: HTMLButtonElement;

  constructor(
    private readonly app: App,
    openers: Openers,
  ) {
    for (const mode of kModes) {
      const button = h('button', { type: 'button', onclick: () => app.setMode(mode) });
      this.modes.set(mode, button);
      this.switcher.append(button);
    }
    this.articles = this.tool('articles', openers.articles);
    this.settings = this.tool('settings', openers.settings);
    const brand = h('h1', { class: 'brand' }, manicule(), h('span', {}, 'Manicule'));
    const done = h('div', { class: 'done' }, this.progress, this.bar);
    const tools = h('div', { class: 'tools' }, this.undo, this.redo, this.articles, this.settings);
    this.element = h('header', { class: 'masthead' }, brand, this.switcher, done, tools);
    app.onState((state) => this.update(state));
  }

  private tool(name: Parameters<typeof icon>[0], act: () => void): HTMLButtonElement {
    return h('button', { type: 'button', class: `tool ${name}`, onclick: act }, icon(name));
  }

  private update(state: State): void {
    const { strings, number } = this.app.language;
    label(this.switcher, { 'aria-label': strings.modes });
    for (const [mode, button] of this.modes) {
      write(button, strings.mode[mode]);
      label(button, { 'aria-pressed': String(state.mode === mode) });
    }
    for (const [button, name] of [
      [this.undo, strings.undo],
      [this.redo, strings.redo],
      [this.articles, strings.articles],
      [this.settings, strings.menu],
    ] as const) {
      label(button, { 'aria-label': name, title: name });
    }
    this.undo.disabled = !state.canUndo;
    this.redo.disabled = !state.canRedo;
    const { done, all } = progressOf(state.checklist.items);
    write(this.progress, all ? strings.progress(number(done), number(all)) : '');
    this.bar.hidden = !all;
    this.bar.style.setProperty('--share', String(done / Math.max(1, all)));
  }
}
