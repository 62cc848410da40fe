import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').trim();

/** An article of about 5,000 words: two real ones by turns, every copy with figures of its own. */
export function longArticle(copies = 8) {
  const both = `${read('tests/bench/article.txt')}\n\n${read('web/src/samples/fr.txt')}`;
  const other = (n) => both.replace(/\d\d/g, (figure) => String(10 + ((Number(figure) + 7 * n) % 90)));
  return Array.from({ length: copies }, (_, n) => other(n)).join('\n\n');
}
