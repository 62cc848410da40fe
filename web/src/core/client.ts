import type { AnnotateOptions } from './document';
import type { Reply, Request } from './protocol';
import { scriptUrl } from './trusted';
import workerUrl from './worker?worker&url';

/**
 * Runs the core in a worker. Of several texts sent in a row only the newest is sure to be answered;
 * `onReply` never hears of one that a newer text has superseded.
 */
export class Annotator {
  private readonly worker: Worker;
  private newest = 0;

  constructor(onReply: (reply: Reply) => void) {
    // A worker made from a blob inherits the page's policy; one loaded from its URL would not.
    const code = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    this.worker = new Worker(scriptUrl(url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.id === this.newest) onReply(data);
    };
    this.worker.onerror = (event) => onReply({ id: this.newest, error: event.message || 'worker' });
  }

  annotate(text: string, options: AnnotateOptions): void {
    this.newest += 1;
    this.worker.postMessage({ id: this.newest, text, options } satisfies Request);
  }
}
