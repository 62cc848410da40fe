import { annotations } from './annotations';
import { brat, conll, spacy } from './corpora';
import { csv } from './csv';
import { html } from './html';
import type { Exported, ExportInput } from './input';
import { markdown } from './markdown';
import { tei } from './tei';
import { webAnnotation } from './web-annotation';

export type Format = 'html' | 'markdown' | 'csv' | 'json' | 'jsonld' | 'brat' | 'conll' | 'spacy' | 'tei';

/** Every format by its name in the interface; brat is two files that belong together. */
export const kFormats: Record<Format, (input: ExportInput) => Exported[]> = {
  html: (input) => [{ extension: 'html', type: 'text/html', contents: html(input) }],
  markdown: (input) => [{ extension: 'md', type: 'text/markdown', contents: markdown(input) }],
  csv: (input) => [{ extension: 'csv', type: 'text/csv', contents: csv(input) }],
  json: (input) => [{ extension: 'json', type: 'application/json', contents: annotations(input) }],
  jsonld: (input) => [{ extension: 'jsonld', type: 'application/ld+json', contents: webAnnotation(input) }],
  brat: (input) => [
    { extension: 'txt', type: 'text/plain', contents: input.article.text },
    { extension: 'ann', type: 'text/plain', contents: brat(input) },
  ],
  conll: (input) => [{ extension: 'conll', type: 'text/plain', contents: conll(input) }],
  spacy: (input) => [{ extension: 'jsonl', type: 'application/jsonl', contents: spacy(input) }],
  tei: (input) => [{ extension: 'xml', type: 'application/tei+xml', contents: tei(input) }],
};
