import type { AnnotationDocument } from '../core/document';
import { newArticle, type Article } from '../model/article';
import { kStatuses, type Review } from '../model/review';

const kFormat = 'manicule-article/1';

/** One file with the text, what was found in it and all decisions, to be kept or handed on. */
export function savedFile(article: Article, annotations?: AnnotationDocument): string {
  const { text, date, review, created, updated } = article;
  return JSON.stringify({ format: kFormat, text, date, review, created, updated, annotations });
}

/** Reads such a file into an article of its own, whose text is annotated anew; throws when it is something else. */
export function parseSaved(json: string): Article {
  const saved = JSON.parse(json) as Partial<Article> & { format?: string };
  if (saved.format !== kFormat || typeof saved.text !== 'string' || !isReview(saved.review)) {
    throw new TypeError('not a saved article');
  }
  const fresh = newArticle(saved.text);
  return {
    ...fresh,
    date: typeof saved.date === 'string' ? saved.date : '',
    review: saved.review,
    created: typeof saved.created === 'string' ? saved.created : fresh.created,
  };
}

type Loose = Record<string, unknown>;

function isReview(value: unknown): value is Review {
  if (!isObject(value)) return false;
  const { checks, own, removed, dismissed } = value;
  return (
    isList(checks, (c) => isTarget(c['target']) && kStatuses.includes(c['status'] as never) && isSource(c['source']) && areStrings(c, 'note', 'correction', 'at')) &&
    isList(own, (o) => areStrings(o, 'id') && isTarget(o['target'])) &&
    isList(removed, isTarget) &&
    isList(dismissed, (d) => areStrings(d, 'kind') && isAnchor(d['anchor']))
  );
}

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isList = (value: unknown, test: (one: Loose) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => isObject(one) && test(one));
const areStrings = (value: Loose, ...keys: string[]): boolean => keys.every((key) => typeof value[key] === 'string');
const isSource = (value: unknown): boolean => isObject(value) && areStrings(value, 'type', 'locator', 'date');
const isAnchor = (value: unknown): boolean =>
  isObject(value) && areStrings(value, 'exact', 'prefix', 'suffix') && Number.isInteger(value['start']) && Number.isInteger(value['end']);
const isTarget = (value: unknown): boolean =>
  isObject(value) &&
  areStrings(value, 'kind', 'label') &&
  ['entity', 'figure', 'quote'].includes(value['layer'] as string) &&
  isList(value['anchors'], isAnchor);
