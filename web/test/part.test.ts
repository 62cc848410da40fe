import { describe, expect, it } from 'vitest';
import type { AnnotationDocument, Entity, Part, Span } from '../src/core/document';
import { editedPart, headPart, withPart } from '../src/model/part';
import { plainDocument, shiftDocument } from '../src/model/shift';
import { editBetween } from '../src/model/text';
import { spanOf } from './sample';

const kText = ['Un titre', 'Ana Ruiz dirige le port de Brest.', 'La ville compte 12 habitants.', 'Mme Ruiz se tait.', 'Fin.'].join('\n\n').padEnd(400, '\n\nSuite de l’article.');

function read(text: string, names: Record<string, string[]>, offset = 0): AnnotationDocument {
  const entities: Entity[] = Object.entries(names).map(([name, words], i) => ({
    id: `e${i + 1}`,
    kind: 'person',
    name,
    mentions: words.map((word) => ({ ...back(spanOf(word, 0, text), offset), score: 1 })),
  }));
  return { ...plainDocument(text), entities };
}
const back = (span: Span, offset: number): Span => ({ start: span.start - offset, end: span.end - offset });
const words = (text: string, spans: Span[]) => spans.map(({ start, end }) => text.slice(start, end));

/** The text after `from` became `to`, its document moved along, and the part to be read. */
function edited(from: string, to: string, document = plainDocument(kText)) {
  const text = kText.replace(from, to);
  const edit = editBetween(kText, text)!;
  const shifted = shiftDocument(document, edit, text);
  return { text, shifted, part: editedPart(shifted, edit, text) };
}

describe('the part that an edit touches', () => {
  it('is its block, between its neighbours', () => {
    const { text, part } = edited('12 habitants', '13 habitants');
    expect(words(text, [part!, part!.edited])).toEqual([kText.slice(kText.indexOf('Ana'), kText.indexOf('se tait.') + 8), 'La ville compte 13 habitants.'].map((one) => one.replace('12', '13')));
  });

  it('takes in what is typed behind the last word of a line', () => {
    const spaced = kText.replace('habitants.', 'habitants. ');
    const text = spaced.replace('habitants. ', 'habitants. %');
    const edit = editBetween(spaced, text)!;
    const part = editedPart(shiftDocument(plainDocument(spaced), edit, text), edit, text)!;
    expect(words(text, [part.edited])).toEqual(['La ville compte 12 habitants. %']);
  });

  it('is not worth it in a short article or for a long paste', () => {
    const edit = { start: 3, oldEnd: 3, newEnd: 4 };
    expect(editedPart(plainDocument('Un texte.'), edit, 'Un texte.')).toBeNull();
    expect(edited('12 habitants', 'mot '.repeat(3000)).part).toBeNull();
  });

  it('is the beginning of a long article', () => {
    const long = Array.from({ length: 300 }, (_, n) => `Le paragraphe numéro ${n} de cet article.`).join('\n\n');
    const head = headPart(plainDocument(long), long)!;
    expect(head.start).toBe(0);
    expect(head.end).toBeGreaterThan(4000);
    expect(long[head.end]).toBe('\n');
    expect(headPart(plainDocument(kText), kText)).toBeNull();
  });
});

describe('a part that was read by itself', () => {
  const document = read(kText, { 'Ana Ruiz': ['Ana Ruiz', 'Mme Ruiz'], Brest: ['Brest'] });

  it('replaces what stood in its edited blocks and nothing else', () => {
    const { text, shifted, part } = edited('12 habitants', '12 % de Nora', document);
    const offset = part!.start;
    const figure = back(spanOf('12 %', 0, text), offset);
    const found = { ...read(text, { Nora: ['Nora'], Ruiz: ['Mme Ruiz'] }, offset), figures: [{ ...figure, kind: 'percent' as const, value: '12', modifier: null, core: figure }] };
    const merged = withPart(shifted, found, part!, text);
    expect(words(text, merged.figures)).toEqual(['12 %']);
    expect(merged.figures[0]!.core).toEqual(spanOf('12 %', 0, text));
    expect(merged.entities.map(({ name, mentions }) => [name, words(text, mentions)])).toEqual([
      ['Ana Ruiz', ['Ana Ruiz', 'Mme Ruiz']],
      ['Brest', ['Brest']],
      ['Nora', ['Nora']],
    ]);
    expect(new Set(merged.entities.map(({ id }) => id)).size).toBe(3);
  });

  it('knows a name of the article by any of its forms, and the speaker with it', () => {
    const { text, shifted, part } = edited('se tait', 'parle', document);
    const at = back(spanOf('Mme Ruiz', 0, text), part!.start);
    const quote = back(spanOf('parle', 0, text), part!.start);
    const found: AnnotationDocument = {
      ...read(text, { Ruiz: ['Mme Ruiz'] }, part!.start),
      quotes: [{ ...quote, kind: 'speech', chain: null, content: quote, cue: null, stance: null, medium: { ...at, text: 'Mme Ruiz' }, speaker: { ...at, text: 'Mme Ruiz', entity: 'e1' } }],
    };
    const merged = withPart(shifted, found, part!, text);
    expect(merged.entities.find(({ name }) => name === 'Ana Ruiz')!.mentions).toHaveLength(2);
    expect(merged.quotes[0]!.speaker).toMatchObject({ ...spanOf('Mme Ruiz', 0, text), entity: 'e1' });
    expect(merged.quotes[0]!.medium).toMatchObject(spanOf('Mme Ruiz', 0, text));
  });

  it('leaves a quote that goes on behind it', () => {
    const long = spanOf('compte 12 habitants.\n\nMme Ruiz se tait.', 0, kText);
    const quote = { ...long, kind: 'speech' as const, chain: null, content: long, cue: null, stance: null, speaker: null };
    const part: Part = { start: 0, end: 120, edited: spanOf('La ville compte 12 habitants.', 0, kText) };
    const inner = spanOf('12 habitants', 0, kText);
    const found = { ...plainDocument(kText), quotes: [{ ...quote, ...inner, content: inner }] };
    expect(withPart({ ...plainDocument(kText), quotes: [quote] }, found, part, kText).quotes).toEqual([quote]);
  });
});
