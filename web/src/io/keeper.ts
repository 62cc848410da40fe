import type { Article } from '../model/article';
import type { Database } from './database';

const kDraft = 'manicule.draft';
/** Above this many characters a second copy costs more than a keystroke may. */
const kLongestDraft = 300_000;

/**
 * Writes the newest version as soon as the one before is written. What is not in the database yet
 * stands as a draft in the synchronous store, so that closing the tab in the middle of a word loses nothing.
 */
export class Keeper {
  private waiting: Article | null = null;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly onFailure: (problem: unknown) => void,
  ) {}

  keep(article: Article): void {
    writeDraft(article);
    this.waiting = article;
    this.writing ??= this.drain();
  }

  /** Resolves when all that was kept is written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async drain(): Promise<void> {
    try {
      while (this.waiting) {
        const article = this.waiting;
        this.waiting = null;
        await this.database.put(article);
      }
      localStorage.removeItem(kDraft);
    } catch (problem) {
      this.onFailure(problem);
    } finally {
      this.writing = null;
    }
  }
}

function writeDraft(article: Article): void {
  if (article.text.length > kLongestDraft) return;
  try {
    localStorage.setItem(kDraft, JSON.stringify(article));
  } catch {
    // A full or closed store: the database still gets it, a moment later.
  }
}

/** What the page could not write to the database before it was closed. */
export function leftDraft(): Article | null {
  try {
    return JSON.parse(localStorage.getItem(kDraft) ?? 'null') as Article | null;
  } catch {
    return null;
  }
}
