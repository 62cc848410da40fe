import type { App } from '../app/app';
import type { Mode } from '../app/state';
import { statusOf } from '../model/items';
import { kStatuses } from '../model/review';
import { kStatusKeys } from './status';

export interface Places {
  focusArticle(): void;
  focusCard(field?: string): void;
  focusMarker(): void;
  help(): void;
}

/** Everything that can be done from the keyboard, wherever the focus is. */
export function listenForKeys(app: App, places: Places): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (withModifier(app, event)) event.preventDefault();
    else if (event.key === 'Escape' && app.state.mode === 'check') places.focusArticle();
    else if (app.state.mode === 'check' && !isTyping(event.target) && singleKey(app, places, event)) event.preventDefault();
  });
}

function withModifier(app: App, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey && !command && /^Digit[123]$/.test(event.code)) {
    app.setMode((['edit', 'check', 'report'] as Mode[])[Number(event.code.slice(5)) - 1]!);
    return true;
  }
  // A field that is typed in has an undo of its own.
  if (!command || isTyping(event.target) || (key !== 'z' && key !== 'y')) return false;
  if (key === 'y' || event.shiftKey) app.redo();
  else app.undo();
  return true;
}

function singleKey(app: App, places: Places, event: KeyboardEvent): boolean {
  if (!app.state.preferences.singleKeys || event.ctrlKey || event.metaKey || event.altKey) return false;
  const item = app.selectedItem;
  const status = kStatuses.find((one) => kStatusKeys[one] === event.key);
  if (status && item) {
    app.setStatus(item, status);
    return true;
  }
  const actions: Record<string, () => void> = {
    j: () => app.step(1),
    k: () => app.step(-1),
    '?': places.help,
    m: places.focusMarker,
    l: () => app.setPreferences({ focusLine: !app.state.preferences.focusLine }),
    ...(item && {
      '=': () => app.setStatus(item, statusOf(item), 'with-twins'),
      s: () => places.focusCard('source'),
      t: () => places.focusCard('note'),
    }),
    ...(item && event.target instanceof Element && event.target.matches('.article') && { Enter: () => places.focusCard() }),
  };
  const act = actions[event.key];
  act?.();
  return act !== undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
}
