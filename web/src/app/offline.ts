import { scriptUrl } from '../core/trusted';
import { h } from '../view/dom';
import type { App } from './app';

const kShared = 'manicule-shared';
const kPatience = 1000;

/** Keeps the page for use without a network, and offers a new version without pressing it on anybody. */
export function keepOffline(app: App): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !isSecureContext) return;
  // The article that was open comes first.
  addEventListener('load', () => setTimeout(() => void register(app, serviceWorker), kPatience));
}

async function register(app: App, container: ServiceWorkerContainer): Promise<void> {
  const registration = await container.register(scriptUrl('./sw.js')).catch(() => null);
  if (!registration) return;
  const offer = (worker: ServiceWorker) => {
    // The very first version has nothing to replace.
    if (container.controller) offerUpdate(app, container, worker);
  };
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => installing.state === 'installed' && offer(installing));
  });
}

function offerUpdate(app: App, container: ServiceWorkerContainer, worker: ServiceWorker): void {
  const { strings } = app.language;
  const use = h('button', { type: 'button', class: 'go' }, strings.reload);
  const later = h('button', { type: 'button', class: 'quiet' }, strings.close);
  const bar = h('div', { class: 'update', role: 'status' }, strings.update, ' ', use, later);
  later.addEventListener('click', () => bar.remove());
  use.addEventListener('click', () => {
    container.addEventListener('controllerchange', () => void app.kept().then(() => location.reload()), { once: true });
    worker.postMessage('use-now');
  });
  document.body.append(bar);
}

/** The text that was shared with the installed page, once. */
export async function takeShared(): Promise<string> {
  const cache = await caches.open(kShared);
  const kept = await cache.match('shared');
  await cache.delete('shared');
  return kept ? kept.text() : '';
}
