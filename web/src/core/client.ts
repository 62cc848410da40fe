import type { AnnotateOptions, AnnotationDocument, Part } from './document';
import type { Names, Reply, Request } from './protocol';
import { scriptUrl } from './trusted';
import workerUrl from './worker?worker&url';

/** A stretch is read at every keystroke; the whole is read again when the typing pauses this long. */
const kPause = 400;

export interface Listener {
  onDocument(document: AnnotationDocument, names: Names): void;
  /** Offsets count from the start of `part`. */
  onPart(document: AnnotationDocument, part: Part): void;
  onFailure(problem: string): void;
}

/** Runs the core in a worker. Only the newest text is answered for; an answer to an older one is never told. */
export class Annotator {
  private readonly worker: Promise<Worker>;
  /** What the newest whole document has told, for the stretches that are read by themselves. */
  private known: Pick<AnnotationDocument, 'language' | 'date'> | null = null;
  private options: AnnotateOptions = {};
  private newest = 0;
  private pause = 0;

  /** The names of the language that was read last are fetched while everything else starts; on a first visit the page is drawn first. */
  constructor(
    private readonly listener: Listener,
    lastLanguage: string | null,
  ) {
    this.worker = (lastLanguage ? Promise.resolve() : firstPaint()).then(() => startWorker((reply) => this.receive(reply)));
    this.worker.catch((problem) => listener.onFailure(problem instanceof Error ? problem.message : String(problem)));
    if (lastLanguage) this.send({ type: 'expect', language: lastLanguage });
  }

  /** Resolves when the worker is under way, or cannot be. */
  get started(): Promise<unknown> {
    return this.worker.catch(() => undefined);
  }

  /** Reads an article, its `head` before the rest. */
  annotate(text: string, options: AnnotateOptions, head: Part | null = null): void {
    clearTimeout(this.pause);
    this.options = options;
    this.newest += 1;
    if (head) this.sendPart(text, head, options);
    this.send({ type: 'text', id: this.newest, text, options });
  }

  /** Reads one stretch of a newer version of the article at once, and the whole when no newer one comes soon. */
  annotatePart(text: string, part: Part): void {
    if (!this.known) return this.annotate(text, this.options);
    const { language, date } = this.known;
    clearTimeout(this.pause);
    this.newest += 1;
    this.sendPart(text, part, { ...this.options, lang: language, ...(date && { date }) });
    this.pause = window.setTimeout(() => this.annotate(text, this.options), kPause);
  }

  /** Gives up whatever is being read. */
  forget(): void {
    clearTimeout(this.pause);
    this.known = null;
    this.newest += 1;
  }

  private sendPart(text: string, part: Part, options: AnnotateOptions): void {
    this.send({ type: 'text', id: this.newest, text: text.slice(part.start, part.end), part, options });
  }

  private send(request: Request): void {
    // The failure to start has been told by then.
    this.worker.then((worker) => worker.postMessage(request)).catch(() => undefined);
  }

  private receive({ id, document, part, names, error }: Reply): void {
    if (error !== undefined) this.listener.onFailure(error);
    else if (!document || id !== this.newest) return;
    else if (part) this.listener.onPart(document, part);
    else {
      this.known = document.language === 'und' ? null : document;
      this.listener.onDocument(document, names ?? 'none');
    }
  }
}

/**
 * A worker made from a blob inherits the page's policy; one loaded from its URL would not. The blob
 * holds the code itself: an import inside it would pass by the service worker in some browsers.
 */
async function startWorker(onReply: (reply: Reply) => void): Promise<Worker> {
  const compiled = compileCore();
  const reply = await fetched(workerUrl);
  const base = `self.maniculeBase = ${JSON.stringify(new URL('.', document.baseURI).href)};\n`;
  const url = URL.createObjectURL(new Blob([base, await reply.text()], { type: 'text/javascript' }));
  const worker = new Worker(scriptUrl(url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  const fail = (problem: string) => onReply({ id: 0, error: problem || 'worker' });
  worker.onerror = (event) => fail(event.message);
  compiled.then((code) => worker.postMessage({ type: 'core', code } satisfies Request)).catch((problem) => fail(String(problem)));
  return worker;
}

/** Resolves when the page has been drawn, or, where it is hidden, soon. */
function firstPaint(): Promise<void> {
  const kPatience = 1000;
  return new Promise((resolve) => {
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, kPatience);
  });
}

async function compileCore(): Promise<WebAssembly.Module> {
  const reply = await fetched('core/manicule.wasm');
  // Only what its server calls WebAssembly can be compiled as it arrives.
  if (reply.headers.get('Content-Type') === 'application/wasm') return WebAssembly.compileStreaming(reply);
  return WebAssembly.compile(await reply.arrayBuffer());
}

async function fetched(path: string): Promise<Response> {
  const reply = await fetch(path);
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply;
}
