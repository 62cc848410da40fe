import { Refused, readTextFile } from '../io/files';
import { leftDraft } from '../io/keeper';
import { parseSaved, savedFile } from '../io/saved';
import { packFragment, unpackFragment } from '../io/share';
import { takeShared } from './offline';
import { newArticle, titleOf } from '../model/article';
import type { App } from './app';

/** Where articles come from and go to: files, links, and the one that was open last. */
export class FileDesk {
  private reading = Promise.resolve();

  constructor(private readonly app: App) {
    // Words that are dragged within the field are the field's own business.
    document.addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault());
    document.addEventListener('drop', (event) => {
      const files = event.dataTransfer?.files;
      if (!files?.length) return;
      event.preventDefault();
      this.readAll(files);
    });
    addEventListener('hashchange', () => void this.openLink());
  }

  /** The article of the link, else what was typed since the page came up, else the article that was open last, else an empty page. */
  async begin(): Promise<void> {
    const { lastArticle } = this.app.state.preferences;
    const { article } = this.app.state;
    // Drawing keeps this thread busy, so the other one goes first.
    await this.app.started;
    if ((await this.openShared()) || (await this.openLink()) || !lastArticle) return;
    const draft = leftDraft();
    const kept = draft?.id === lastArticle ? draft : await this.app.database.get(lastArticle).catch(() => undefined);
    if (kept && this.app.state.article === article) this.app.open(kept);
  }

  openFile(): void {
    this.choose('.txt,.text,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html');
  }
  importFile(): void {
    this.choose('.json,.manicule,application/json');
  }

  exportFile(): void {
    const { article, document } = this.app.state;
    this.save(savedFile(article, document), 'manicule.json', 'application/json');
  }

  /** A sample as the reader left it, or anew. */
  async openSample(id: string, text: string): Promise<void> {
    const kept = await this.app.database.get(id).catch(() => undefined);
    this.app.open(kept?.text ? kept : { ...newArticle(text), id });
  }

  /** Hands a file to the reader, named after the article. */
  save(contents: string | Blob, extension: string, type: string): void {
    const url = URL.createObjectURL(contents instanceof Blob ? contents : new Blob([contents], { type: `${type};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName(titleOf(this.app.state.article, 50))}.${extension}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  async shareLink(): Promise<void> {
    const { strings } = this.app.language;
    const fragment = await packFragment(this.app.state.article);
    if (!fragment) return this.app.say(strings.shareTooLong);
    const { href } = new URL(fragment, location.href);
    const copied = await navigator.clipboard?.writeText(href).then(
      () => true,
      () => false,
    );
    // In the address the link would bring back its old state at every reload, so it stands there only for want of a clipboard.
    if (!copied) history.replaceState(null, '', href);
    this.app.say(copied ? strings.shareDone : strings.shareInAddress);
  }

  /** What another application shared: the service worker has put it aside, it never was on the way. */
  private async openShared(): Promise<boolean> {
    if (location.hash !== '#shared') return false;
    history.replaceState(null, '', location.pathname);
    const text = await takeShared().catch(() => '');
    if (text) this.app.open(newArticle(text));
    return text !== '';
  }

  private async openLink(): Promise<boolean> {
    const { strings } = this.app.language;
    try {
      const article = await unpackFragment(location.hash);
      if (!article) return false;
      // From here on the article is kept like any other; the link would only bring back its old state.
      history.replaceState(null, '', location.pathname + location.search);
      this.app.open(article);
      this.app.say(strings.shareOpened);
      return true;
    } catch {
      this.app.say(strings.errors.link);
      return false;
    }
  }

  private choose(accept: string): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = true;
    input.addEventListener('change', () => input.files && this.readAll(input.files));
    input.click();
  }

  /** One after the other: each becomes an article, and the last one stays open. */
  private readAll(files: FileList): void {
    for (const file of files) this.reading = this.reading.then(() => this.read(file));
  }

  private async read(file: File): Promise<void> {
    const { strings } = this.app.language;
    try {
      const text = await readTextFile(file);
      if (/\.json$/i.test(file.name)) this.app.open(parseSaved(text));
      else this.app.open(newArticle(text));
    } catch (problem) {
      this.app.say(problem instanceof Refused ? strings.errors[problem.reason] : strings.errors.notOurs);
    }
  }
}

function fileName(title: string): string {
  const name = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').toLowerCase();
  return name || 'article';
}
