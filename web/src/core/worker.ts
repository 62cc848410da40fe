/// <reference lib="webworker" />
import createManicule, { type Manicule } from 'manicule-core';
import type { AnnotationDocument } from './document';
import type { Names, Reply, Request, TextRequest } from './protocol';

/** The page's folder, which the page has written above this code: the blob it runs from has no folder. */
const base = (self as unknown as { maniculeBase: string }).maniculeBase;
let start: (code: WebAssembly.Module) => void;
const core = new Promise<WebAssembly.Module>((resolve) => (start = resolve)).then(instantiate);
/** The files of each language's names; none where the list is missing. */
const list: Promise<Record<string, string[]>> = fetched('data/models.json').then(
  (reply) => reply.json(),
  () => ({}),
);

type Model = { name: string; bytes: Uint8Array };
const models = new Map<string, Promise<Model[]>>();
const named = new Set<string>();

/** What is still to be read: a stretch, which goes first, and an article. */
const waiting: { part: TextRequest | null; whole: TextRequest | null } = { part: null, whole: null };
let newest: typeof waiting = { ...waiting };
let scheduled = false;

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.type === 'core') return start(data.code);
  if (data.type === 'expect') return void modelsOf(data.language).catch(() => undefined);
  const place = data.part ? 'part' : 'whole';
  // A part and the whole of the same version belong together.
  if (data.id !== (newest.part ?? newest.whole)?.id) newest = { part: null, whole: null };
  newest[place] = data;
  waiting[place] = data;
  schedule();
};

function instantiate(code: WebAssembly.Module): Promise<Manicule> {
  return createManicule({
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(code, imports).then(done);
      return {};
    },
  });
}

/** Lets every message that is under way arrive first: only the newest text is worth the work. */
function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => void work());
}

async function work(): Promise<void> {
  const manicule = await core.catch(fail);
  scheduled = false;
  if (!manicule) return;
  const place = waiting.part ? 'part' : 'whole';
  const request = waiting[place];
  waiting[place] = null;
  if (waiting.whole) schedule();
  if (request) await read(manicule, request).catch((problem) => fail(problem, request.id));
}

async function read(manicule: Manicule, { id, text, part, options }: TextRequest): Promise<void> {
  const { json, error } = manicule.annotate(text, JSON.stringify(options));
  if (error) throw new Error(error);
  const document = JSON.parse(json) as AnnotationDocument;
  if (part) return post({ id, document, part });
  const { language } = document;
  const names: Names = named.has(language) ? 'ready' : language in (await list) ? 'arriving' : 'none';
  post({ id, document, names });
  if (names === 'arriving') await learn(manicule, language);
}

/** Takes in the names of a language, once, and has the article read again with them. */
async function learn(manicule: Manicule, language: string): Promise<void> {
  const found = await modelsOf(language);
  if (named.has(language)) return;
  for (const { name, bytes } of found) {
    const problem = manicule.loadModel(name, bytes);
    if (problem) throw new Error(problem);
  }
  named.add(language);
  models.delete(language);
  Object.assign(waiting, newest);
  schedule();
}

function modelsOf(language: string): Promise<Model[]> {
  const present = models.get(language) ?? fetchModels(language);
  models.set(language, present);
  // What was not to be had now may be there the next time.
  present.catch(() => models.delete(language));
  return present;
}

async function fetchModels(language: string): Promise<Model[]> {
  const { all = [], [language]: own = [] } = await list;
  const fetchOne = async (name: string) => ({ name, bytes: new Uint8Array(await (await fetched(`data/${name}`)).arrayBuffer()) });
  return Promise.all([...all, ...own].map(fetchOne));
}

async function fetched(path: string): Promise<Response> {
  const reply = await fetch(new URL(path, base));
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply;
}

function post(reply: Reply): void {
  self.postMessage(reply);
}

function fail(problem: unknown, id = 0): void {
  post({ id, error: problem instanceof Error ? problem.message : String(problem) });
}
