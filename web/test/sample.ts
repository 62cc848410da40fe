import type { AnnotationDocument, EntityKind, Figure, Span } from '../src/core/document';
import { languageFor } from '../src/i18n';
import { checklist } from '../src/model/items';
import { newArticle, type Article } from '../src/model/article';
import { kEmptyReview, type Review } from '../src/model/review';
import type { ExportInput } from '../src/export/input';

/** A small annotated article: an emoji before everything, so that UTF-16 units and code points differ. */
export const kText =
  '🌊 La marée\n\n« Le port a reçu 40 % de <béton> », dit Ana Ruiz, maire de Brest & alentours.\n\nAna Ruiz reviendra le 3 juin 2026.';

export function spanOf(words: string, nth = 0, text = kText): Span {
  let start = text.indexOf(words);
  for (let n = 0; n < nth; n += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`no "${words}"`);
  return { start, end: start + words.length };
}

export function sampleDocument(): AnnotationDocument {
  const entity = (id: string, kind: EntityKind, name: string, places: Span[]) => ({ id, kind, name, mentions: places.map((span) => ({ ...span, score: 0.9 })) });
  const figure = (words: string, kind: Figure['kind'], value: string): Figure => ({ ...spanOf(words), kind, value, modifier: null, core: spanOf(words) });
  const quote = spanOf('« Le port a reçu 40 % de <béton> »');
  return {
    format: 'manicule/1',
    offsets: 'utf-16',
    language: 'fr',
    date: '2026-03-12',
    blocks: [
      { ...spanOf('🌊 La marée'), kind: 'title' },
      { ...spanOf('« Le port a reçu 40 % de <béton> », dit Ana Ruiz, maire de Brest & alentours.'), kind: 'paragraph' },
      { ...spanOf('Ana Ruiz reviendra le 3 juin 2026.'), kind: 'paragraph' },
    ],
    entities: [entity('e1', 'person', 'Ana Ruiz', [spanOf('Ana Ruiz'), spanOf('Ana Ruiz', 1)]), entity('e2', 'place', 'Brest', [spanOf('Brest')])],
    figures: [figure('40 %', 'percent', '40'), figure('3 juin 2026', 'date', '2026-06-03')],
    quotes: [
      {
        ...quote,
        kind: 'speech',
        chain: null,
        content: { start: quote.start + 2, end: quote.end - 2 },
        speaker: { ...spanOf('Ana Ruiz'), text: 'Ana Ruiz', entity: 'e1' },
        cue: { ...spanOf('dit'), text: 'dit' },
        stance: 'neutral',
        medium: { ...spanOf('Brest'), text: 'Brest' },
      },
    ],
    alerts: [],
  };
}

export function sampleArticle(review: Review = kEmptyReview): Article {
  return { ...newArticle(kText), id: '00000000-0000-4000-8000-000000000000', review };
}

export function sampleInput(review: Review = kEmptyReview): ExportInput {
  const document = sampleDocument();
  const { items } = checklist(document, review, kText);
  return { article: sampleArticle(review), document, items, alerts: [], language: languageFor('en') };
}
