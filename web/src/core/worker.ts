/// <reference lib="webworker" />
import type { AnnotationDocument } from './document';
import type { Names, Reply, Request } from './protocol';

/** What `manicule.mjs` gives: see wasm/manicule.d.ts. */
interface Core {
  annotate(text: string, options: string): { json: string; error: string };
  loadModel(name: string, bytes: Uint8Array): string;
}

/** The page's folder, which the page has written above this code: the blob it runs from has no folder. */
const base = (self as unknown as { maniculeBase: string }).maniculeBase;

const core: Promise<Core> = import(/* @vite-ignore */ new URL('core/manicule.mjs', base).href).then((module) =>
  module.default(),
);
const models: Promise<Record<string, string[]>> = fetch(new URL('data/models.json', base)).then((reply) =>
  reply.ok ? reply.json() : {},
);

const loading = new Map<string, Promise<void>>();
const loaded = new Set<string>();
let latest: Request | null = null;
let scheduled = false;

self.onmessage = (event: MessageEvent<Request>) => {
  latest = event.data;
  if (scheduled) return;
  scheduled = true;
  // Let every message that already waits arrive first: only the newest text is worth the work.
  setTimeout(() => {
    scheduled = false;
    void work();
  });
};

async function work(): Promise<void> {
  const request = latest;
  if (!request) return;
  try {
    const { annotate, loadModel } = await core;
    const { json, error } = annotate(request.text, JSON.stringify(request.options));
    if (error) return post({ id: request.id, error });
    const document = JSON.parse(json) as AnnotationDocument;
    const names = await namesFor(document.language);
    post({ id: request.id, document, names });
    if (names === 'arriving') await load(document.language, loadModel);
  } catch (problem) {
    post({ id: request.id, error: problem instanceof Error ? problem.message : String(problem) });
  }
}

async function namesFor(language: string): Promise<Names> {
  if (loaded.has(language)) return 'ready';
  const files = (await models.catch(() => ({}) as Record<string, string[]>))[language];
  return files?.length ? 'arriving' : 'none';
}

/** Fetches the models of a language once, then annotates whatever text is the newest by then. */
async function load(language: string, loadModel: Core['loadModel']): Promise<void> {
  if (loading.has(language)) return;
  const job = (async () => {
    const list = await models;
    for (const file of [...(list['all'] ?? []), ...(list[language] ?? [])]) {
      const reply = await fetch(new URL(`data/${file}`, base));
      if (!reply.ok) throw new Error(`${file}: ${reply.status}`);
      const problem = loadModel(file, new Uint8Array(await reply.arrayBuffer()));
      if (problem) throw new Error(problem);
    }
    loaded.add(language);
  })();
  loading.set(language, job);
  try {
    await job;
    await work();
  } catch (problem) {
    loading.delete(language);
    throw problem;
  }
}

function post(reply: Reply): void {
  self.postMessage(reply);
}
