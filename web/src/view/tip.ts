import type { App } from '../app/app';
import { voiceOf } from '../app/state';
import { readableValue } from '../i18n/value';
import { statusOf, type Item } from '../model/items';
import { h, write } from './dom';

/** What an item is, in one line: for the tooltip and for screen readers. */
export function describeItem(app: App, item: Item): string {
  const { language } = app;
  const { strings, count } = language;
  const parts = [strings.kind[item.kind]];
  if (item.figure) parts.push(readableValue(item.figure, language));
  if (item.layer === 'entity') parts.push(item.label, count(strings.mentions, item.spans.length));
  if (item.quote) parts.push(voiceOf(item.quote, app.state.document) ?? strings.unattributed);
  if (statusOf(item) !== 'unchecked') parts.push(strings.status[statusOf(item)]);
  if (item.changed) parts.push(strings.changed);
  return parts.join(' · ');
}

/** The tooltip of whatever mark the pointer rests on. */
export class Tip {
  readonly element = h('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  private timer = 0;

  constructor(
    private readonly app: App,
    article: HTMLElement,
  ) {
    article.addEventListener('pointerover', (event) => {
      clearTimeout(this.timer);
      this.element.hidden = true;
      // A finger that taps does not hover; the list shows the same.
      if (event.pointerType === 'touch') return;
      const mark = (event.target as Element).closest<HTMLElement>('mark');
      if (mark) this.timer = window.setTimeout(() => this.show(mark), 250);
    });
    article.addEventListener('pointerleave', () => this.hide());
    addEventListener('scroll', () => (this.element.hidden = true), { passive: true });
  }

  private hide(): void {
    clearTimeout(this.timer);
    this.element.hidden = true;
  }

  private show(mark: HTMLElement): void {
    const words = this.textFor(mark);
    const box = mark.getClientRects()[0];
    if (!words || !box) return;
    write(this.element, words);
    this.element.hidden = false;
    const { offsetWidth, offsetHeight } = this.element;
    const above = box.top - offsetHeight - 6;
    this.element.style.left = `${Math.max(8, Math.min(box.left, innerWidth - offsetWidth - 8))}px`;
    this.element.style.top = `${above > 4 ? above : box.bottom + 6}px`;
  }

  private textFor(mark: HTMLElement): string | null {
    const item = this.app.item(mark.dataset['key'] ?? null);
    if (item) return describeItem(this.app, item);
    const { kind } = mark.dataset;
    const { strings } = this.app.language;
    if (mark.classList.contains('alert')) {
      const at = [...document.querySelectorAll('mark.alert')].filter((one) => one.getAttribute('data-kind') === kind).indexOf(mark);
      const alerts = this.app.state.alerts.filter((alert) => alert.kind === kind).flatMap((alert) => (alert.related ? [alert, alert] : [alert]));
      return alerts[at]?.message ?? null;
    }
    return kind ? strings.kind[kind as keyof typeof strings.kind] : null;
  }
}
