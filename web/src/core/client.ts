import type { AnnotateOptions } from './document';
import type { Reply, Request } from './protocol';
import { scriptUrl } from './trusted';
import workerUrl from './worker?worker&url';

/**
 * Runs the core in a worker. Of several texts sent in a row only the newest is sure to be answered;
 * `onReply` never hears of one that a newer text has superseded.
 */
export class Annotator {
  private readonly worker: Promise<Worker>;
  private newest = 0;

  constructor(private readonly onReply: (reply: Reply) => void) {
    this.worker = this.start();
    this.worker.catch((problem: unknown) => this.fail(problem instanceof Error ? problem.message : String(problem)));
  }

  annotate(text: string, options: AnnotateOptions): void {
    this.newest += 1;
    const request: Request = { id: this.newest, text, options };
    // The failure to start has been told by then.
    this.worker.then((worker) => worker.postMessage(request)).catch(() => undefined);
  }

  /**
   * A worker made from a blob inherits the page's policy; one loaded from its URL would not. The blob
   * holds the code itself: an import inside it would pass by the service worker in some browsers.
   */
  private async start(): Promise<Worker> {
    const reply = await fetch(workerUrl);
    if (!reply.ok) throw new Error(`${workerUrl}: ${reply.status}`);
    const base = `self.maniculeBase = ${JSON.stringify(new URL('.', document.baseURI).href)};\n`;
    const url = URL.createObjectURL(new Blob([base, await reply.text()], { type: 'text/javascript' }));
    const worker = new Worker(scriptUrl(url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.id === this.newest) this.onReply(data);
    };
    worker.onerror = (event) => this.fail(event.message || 'worker');
    return worker;
  }

  private fail(error: string): void {
    this.onReply({ id: this.newest, error });
  }
}
