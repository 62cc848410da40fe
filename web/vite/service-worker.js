// Serves the page from the cache, so that it works offline and asks the network for nothing it has.
// The build fills in the version and the files.
const kVersion = '__VERSION__';
const kFiles = ['__FILES__'];
const kCache = `manicule-${kVersion}`;
const kShared = 'manicule-shared';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kCache).then((cache) => cache.addAll(kFiles.map((file) => new Request(file, { cache: 'reload' })))));
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('manicule-') && name !== kCache && name !== kShared;
  const clean = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(clean.then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-now') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && url.pathname.endsWith('/share')) event.respondWith(putAside(request));
  else if (request.method === 'GET') event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(kCache);
  const kept = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  if (kept) return kept;
  const reply = await fetch(request);
  // Models are kept once they have been used: nobody needs those of every language.
  if (reply.ok && new URL(request.url).pathname.includes('/data/')) await cache.put(request, reply.clone());
  return reply;
}

/** A text shared by another application stays here: the page fetches it from the cache. */
async function putAside(request) {
  const form = await request.formData();
  const parts = ['title', 'text', 'url'].map((name) => form.get(name)).filter((part) => typeof part === 'string' && part);
  const cache = await caches.open(kShared);
  await cache.put('shared', new Response(parts.join('\n\n')));
  return Response.redirect('./#shared', 303);
}
