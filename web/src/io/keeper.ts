import type { Article } from '../model/article';
import type { Database } from './database';

const kDraft = 'manicule.draft';
/** A longer text costs more to write than a keystroke may. */
const kLongestDraft = 300_000;

/**
 * Writes the newest version of every article as soon as the one before is written. The synchronous store has it at once,
 * so that closing the tab in the middle of a word loses nothing and the page opens without waiting.
 */
export class Keeper {
  private readonly waiting = new Map<string, Article>();
  private writing: Promise<void> | null = null;
  private failing = false;

  /** `onFailure` is told once, until something could be written again. */
  constructor(
    private readonly database: Database,
    private readonly onKept: (article: Article) => void,
    private readonly onFailure: () => void,
  ) {}

  keep(article: Article): void {
    writeDraft(article);
    this.waiting.set(article.id, article);
    this.writing ??= this.drain();
  }

  /** Resolves when all that was kept is written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async drain(): Promise<void> {
    // What comes while one is written stands at the end, and is written too.
    for (const [id, article] of this.waiting) {
      this.waiting.delete(id);
      const failed = await this.database.put(article).then(
        () => false,
        () => true,
      );
      if (!failed) this.onKept(article);
      else if (!this.failing) this.onFailure();
      this.failing = failed;
    }
    this.writing = null;
  }
}

function writeDraft(article: Article): void {
  try {
    if (article.text.length > kLongestDraft) localStorage.removeItem(kDraft);
    else localStorage.setItem(kDraft, JSON.stringify(article));
  } catch {
    // A full or closed store: the database still gets it, a moment later. An older draft must not outlive it.
    forgetDraft();
  }
}

/** The article that was kept last, never older than it is in the database; null when it is only there. */
export function leftDraft(): Article | null {
  try {
    return JSON.parse(localStorage.getItem(kDraft) ?? 'null') as Article | null;
  } catch {
    return null;
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(kDraft);
  } catch {
    // There is no store, then, and no draft in it.
  }
}
