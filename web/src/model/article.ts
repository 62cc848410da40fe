import { kEmptyReview, type Review } from './review';

/** One article with all work on it: what the browser keeps and what one exported file holds. */
export interface Article {
  id: string;
  text: string;
  /** ISO 8601 day against which relative dates are read; empty to let the article say it. */
  date: string;
  review: Review;
  /** ISO 8601 instants. */
  created: string;
  updated: string;
}

export function newArticle(text = ''): Article {
  const now = new Date().toISOString();
  return { id: crypto.randomUUID(), text, date: '', review: kEmptyReview, created: now, updated: now };
}

/** The first line that says something, for lists and file names. */
export function titleOf(article: Pick<Article, 'text'>, longest = 80): string {
  const line = /\S.*/u.exec(article.text)?.[0].trim() ?? '';
  return line.length <= longest ? line : line.slice(0, line.lastIndexOf(' ', longest)).replace(/[,;:\s]+$/, '') + '…';
}
