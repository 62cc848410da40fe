import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { expand, toRDF } from 'jsonld';
import { describe, expect, it } from 'vitest';
import { kFormats, type Format } from '../src/export';
import type { ExportInput } from '../src/export/input';
import { addMark, decide } from '../src/model/decide';
import { kEmptyReview, type Review } from '../src/model/review';
import annoContext from './anno-context.json';
import { kText, sampleInput, spanOf } from './sample';

/** "40 %" wrong with everything filled in, and a mark of the reader. */
function checkedInput(): ExportInput {
  const item = sampleInput().items.find((one) => one.label === '40 %')!;
  const source = { type: 'web', locator: 'https://example.org/a?b=1&c=2', date: '2026-03-13' } as const;
  let review: Review = decide(kEmptyReview, item, kText, { status: 'wrong', correction: '45 %', source, note: '=SUM(A1), "so"' });
  review = addMark(review, kText, [spanOf('béton')], 'entity', 'product');
  return sampleInput(review);
}

const write = (format: Format, input = checkedInput()) => kFormats[format](input);
const only = (format: Format, input?: ExportInput) => write(format, input).at(-1)!.contents;
const points = [...kText];
const wordsAt = (start: number, end: number) => points.slice(start, end).join('');
const mentions = ['« Le port a reçu 40 % de <béton> »', '40 %', 'béton', 'Ana Ruiz', 'Ana Ruiz', 'Brest', '3 juin 2026'].sort();

describe('CSV', () => {
  it('reads back, opens as UTF-8 and runs no formula', () => {
    const text = only('csv');
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    const row = rows.find((one) => one['Fact'] === '40 %')!;
    expect(row).toMatchObject({ Result: 'Wrong', Correction: '45 %', Note: '\'=SUM(A1), "so"', 'Consulted on': '2026-03-13' });
    expect(rows.map((one) => wordsAt(Number(one['start']), Number(one['end'])))).toEqual(rows.map((one) => one['Fact']));
  });
});

describe('JSON', () => {
  it('is the annotation document with what the reader did', () => {
    const document = JSON.parse(only('json'));
    expect(document.format).toBe('manicule/1');
    expect(document.figures[0]).toMatchObject({ value: '40', status: 'wrong' });
    const spans = [...document.figures, ...document.quotes, ...document.entities.flatMap((e: { mentions: object[] }) => e.mentions)];
    expect(spans.map((s: { start: number; end: number }) => document.text.slice(s.start, s.end)).sort()).toEqual(mentions);
    expect(document.entities.find((e: { name: string }) => e.name === 'béton')).toMatchObject({ kind: 'product', by: 'reader' });
  });
});

describe('Web Annotation', () => {
  it('has a quote and a position selector that agree', () => {
    const page = JSON.parse(only('jsonld'));
    expect([page['@context'], page.type]).toEqual(['http://www.w3.org/ns/anno.jsonld', 'AnnotationPage']);
    const found = page.items.map(({ target: { selector } }: { target: { selector: Record<string, never>[] } }) => {
      const [quote, position] = selector as unknown as [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }];
      expect(wordsAt(position.start, position.end)).toBe(quote.exact);
      expect(kText).toContain(quote.prefix + quote.exact + quote.suffix);
      return quote.exact;
    });
    expect(found.sort()).toEqual(mentions);
    const bodies = page.items.find((one: { target: { selector: { exact?: string }[] } }) => one.target.selector[0]!.exact === '40 %').body;
    const purposes = Object.fromEntries(bodies.map((body: { purpose: string; value: string }) => [body.purpose, body.value]));
    expect(purposes).toMatchObject({ classifying: 'percent', assessing: 'wrong', editing: '45 %', linking: 'https://example.org/a?b=1&c=2' });
    expect(new Set(page.items.map(({ id }: { id: string }) => id)).size).toBe(page.items.length);
  });
});

describe('Web Annotation as linked data', () => {
  /** The terms of http://www.w3.org/ns/anno.jsonld that are used; a term that is not among them is an error. */
  const documentLoader = async (url: string) => {
    if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`no context ${url}`);
    return { document: annoContext, documentUrl: url };
  };
  const kOa = 'http://www.w3.org/ns/oa#';

  it('is understood by a JSON-LD processor, every term of it', async () => {
    const [page] = await expand(JSON.parse(only('jsonld')), { documentLoader, safe: true });
    expect(page!['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollectionPage']);
    const list = page!['http://www.w3.org/ns/activitystreams#items'] as { '@list': Record<string, unknown[]>[] }[];
    expect(list[0]!['@list']).toHaveLength(mentions.length);
    for (const annotation of list[0]!['@list']) {
      expect(annotation['@type']).toEqual([`${kOa}Annotation`]);
      expect(annotation[`${kOa}motivatedBy`]).toEqual([{ '@id': `${kOa}assessing` }]);
      const [target] = annotation[`${kOa}hasTarget`] as Record<string, object[]>[];
      expect(target![`${kOa}hasSelector`]).toHaveLength(2);
    }
  });

  it('gives triples in which bodies, purposes and places are where the model has them', async () => {
    const quads = await toRDF(JSON.parse(only('jsonld')), { documentLoader, safe: true });
    const objects = (predicate: string, subject?: string) => quads.filter((quad) => quad.predicate.value === predicate && (!subject || quad.subject.value === subject)).map((quad) => quad.object);
    const wrong = quads.find(({ object }) => object.value === 'wrong')!.subject.value;
    expect(objects(`${kOa}hasPurpose`, wrong).map(({ value }) => value)).toEqual([`${kOa}assessing`]);
    for (const place of [...objects(`${kOa}start`), ...objects(`${kOa}end`)]) expect(place.datatype!.value).toMatch(/nonNegativeInteger$/);
    expect(objects(`${kOa}exact`).map(({ value }) => value).sort()).toEqual(mentions);
  });

  it('would fail with a term that the model does not have', async () => {
    const page = { ...JSON.parse(only('jsonld')), speaker: 'x' };
    await expect(expand(page, { documentLoader, safe: true })).rejects.toThrow();
  });
});

describe('brat', () => {
  it('points at the text beside it', () => {
    const [text, annotations] = write('brat').map(({ contents }) => contents);
    const lines = annotations!.trimEnd().split('\n');
    const bound = lines.filter((line) => line.startsWith('T')).map((line) => /^(T\d+)\t(\w+) (\d+) (\d+)\t(.*)$/.exec(line)!);
    expect(bound.every(Boolean)).toBe(true);
    for (const [, , , start, end, words] of bound) expect([...text!].slice(+start!, +end!).join('')).toBe(words);
    expect(bound.map((match) => match[5]).sort()).toEqual(mentions);
    expect(lines.find((line) => line.startsWith('#'))).toMatch(/^#1\tAnnotatorNotes T\d+\twrong; 45 %/);
  });
});

describe('CoNLL', () => {
  it('has well-formed IOB2 tags and every token', () => {
    const sentences = only('conll').trimEnd().split(/\n\n+/).map((sentence) => sentence.split('\n').map((line) => line.split('\t') as [string, string]));
    const found: string[] = [];
    for (const sentence of sentences) {
      let open: string | null = null;
      for (const [token, tag] of sentence) {
        expect(tag).toMatch(/^(O|[BI]-[A-Z]+)$/);
        if (tag.startsWith('I-')) {
          expect(open).toBe(tag.slice(2));
          found[found.length - 1] += ` ${token}`;
        } else if (tag.startsWith('B-')) found.push(token);
        open = tag === 'O' ? null : tag.slice(2);
      }
    }
    expect(found).toEqual(['40 %', 'béton', 'Ana Ruiz', 'Brest', 'Ana Ruiz', '3 juin 2026']);
    expect(sentences.flat().map(([token]) => token).join('')).toBe(kText.replace(/\s/g, ''));
  });
});

describe('spaCy', () => {
  it('is one line with entities in order that do not overlap', () => {
    const text = only('spacy');
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    const { ents, spans } = JSON.parse(text);
    expect(ents.map(({ start, end }: { start: number; end: number }) => wordsAt(start, end))).toEqual(['40 %', 'béton', 'Ana Ruiz', 'Brest', 'Ana Ruiz', '3 juin 2026']);
    expect(spans.map(({ label }: { label: string }) => label)).toEqual(['SPEECH']);
    for (let i = 1; i < ents.length; i += 1) expect(ents[i].start).toBeGreaterThanOrEqual(ents[i - 1].end);
  });
});

describe('TEI', () => {
  it('is well-formed, keeps the text, and resolves its pointers', () => {
    const problems: string[] = [];
    const xml = new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(only('tei'), 'text/xml');
    expect(problems).toEqual([]);
    expect(xml.documentElement?.namespaceURI).toBe('http://www.tei-c.org/ns/1.0');
    const body = xml.getElementsByTagName('body')[0]!;
    expect(body.textContent?.replace(/\s+/g, ' ').trim()).toBe(kText.replace(/\s+/g, ' '));
    expect(xml.getElementsByTagName('persName')).toHaveLength(2);
    expect(xml.getElementsByTagName('said')[0]!.getElementsByTagName('measure')[0]!.textContent).toBe('40 %');
    expect(xml.getElementsByTagName('date')[1]!.getAttribute('when')).toBe('2026-06-03');
    const ids = new Set(Array.from(xml.getElementsByTagName('note'), (note) => note.getAttribute('xml:id')));
    for (const name of Array.from(body.getElementsByTagName('*'))) {
      const pointer = name.getAttribute('corresp');
      if (pointer) expect(ids).toContain(pointer.slice(1));
    }
  });

  it('nests its elements as TEI allows, and writes dates as XML Schema does', () => {
    const inline = ['persName', 'orgName', 'placeName', 'title', 'name', 'said', 'date', 'time', 'num', 'measure', 'lb'];
    const within: Record<string, string[]> = {
      TEI: ['teiHeader', 'text', 'standOff'],
      text: ['body'],
      body: ['div'],
      div: ['head', 'p'],
      head: inline,
      p: inline,
      said: inline,
      standOff: ['listAnnotation'],
      listAnnotation: ['note'],
    };
    const check = (element: Element) => {
      for (const child of Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1)) {
        if (within[element.tagName]) expect(within[element.tagName], `${child.tagName} in ${element.tagName}`).toContain(child.tagName);
        if (child.tagName === 'head') expect(child.previousSibling?.previousSibling?.nodeName ?? 'head').toBe('head');
        const when = child.getAttribute('when');
        if (when) expect(when).toMatch(child.tagName === 'time' ? /^\d\d:\d\d:\d\d$/ : /^-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?$/);
        check(child);
      }
    };
    check(new DOMParser().parseFromString(only('tei'), 'text/xml').documentElement as unknown as Element);
  });

  it('holds characters that XML has no place for', () => {
    const input = sampleInput();
    const strange = { ...input, article: { ...input.article, text: kText.replace('marée', 'ma\0\u000bé') } };
    const problems: string[] = [];
    // The parser wonders about the replacement characters, as it should.
    new DOMParser({ onError: (level, message) => level !== 'warning' && problems.push(message) }).parseFromString(only('tei', strange), 'text/xml');
    expect(problems).toEqual([]);
  });
});

describe('Markdown', () => {
  it('is a checklist: a box for each fact, ticked where confirmed', () => {
    const item = sampleInput().items.find((one) => one.label === 'Brest')!;
    const text = only('markdown', sampleInput(decide(kEmptyReview, item, kText, { status: 'confirmed' })));
    const boxes = text.match(/^- \[[ x]\] \*\*.*$/gm)!;
    expect(boxes).toHaveLength(5);
    expect(boxes.filter((line) => line.startsWith('- [x]'))).toEqual(['- [x] **Brest** (place)']);
    expect(text).toContain('\\<béton\\>');
  });
});

describe('HTML', () => {
  it('holds everything itself and escapes the text', () => {
    const text = only('html');
    expect(text).toContain('&lt;béton&gt;'.replace('béton', '<mark class="product unchecked" title="product">béton</mark>'));
    expect(text).not.toMatch(/<(script|link|img|iframe)|@import|url\(/i);
    expect(text).toContain('<a href="https://example.org/a?b=1&amp;c=2">');
    expect(text).toContain('45 %');
  });
});
