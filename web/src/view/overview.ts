import type { App } from '../app/app';

export function drawOverview(_app: App, parent: HTMLElement): void {
  parent.replaceChildren();
}
