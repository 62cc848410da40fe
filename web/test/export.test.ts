import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { expand, toRDF } from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { AnnotationDocument, Figure, FigureKind } from '../src/core/document';
import { kFormats, type Format } from '../src/export';
import type { ExportInput } from '../src/export/input';
import { addMark, decide } from '../src/model/decide';
import { checklist } from '../src/model/items';
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

const parseTei = (text: string) => new DOMParser().parseFromString(text, 'text/xml').documentElement as unknown as Element;
const elements = (from: Element, name: string) => Array.from(from.getElementsByTagName(name));
const childrenOf = (element: Element) => Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);

/** TEI P5: words and names, which may stand in each other; speech may not stand in them. */
const kPhrase = ['persName', 'orgName', 'placeName', 'title', 'name', 'date', 'time', 'num', 'measure', 'seg', 'lb'];
const kInter = [...kPhrase, 'said'];
/** What each element may hold, as a pattern over the names of its children, and its attributes besides `corresp`. */
const kTei: Record<string, { holds: RegExp; attributes?: string[] }> = {
  TEI: { holds: /^teiHeader text standOff $/, attributes: ['xmlns', 'xml:lang'] },
  teiHeader: { holds: /^fileDesc $/ },
  fileDesc: { holds: /^titleStmt publicationStmt sourceDesc $/ },
  titleStmt: { holds: /^title $/ },
  publicationStmt: { holds: /^p $/ },
  sourceDesc: { holds: /^p $/ },
  text: { holds: /^body $/ },
  body: { holds: /^(div )+$/ },
  div: { holds: /^(head )*(p )+$/ },
  standOff: { holds: /^listAnnotation $/ },
  listAnnotation: { holds: /^(note )+$/ },
  note: { holds: /^$/, attributes: ['xml:id', 'type', 'subtype'] },
  lb: { holds: /^$/ },
  said: { holds: oneOf(kInter), attributes: ['who', 'direct'] },
  seg: { holds: oneOf(kInter), attributes: ['type'] },
  title: { holds: oneOf(kInter) },
  head: { holds: oneOf(kInter) },
  p: { holds: oneOf(kInter) },
  name: { holds: oneOf(kPhrase), attributes: ['type'] },
  date: { holds: oneOf(kPhrase), attributes: ['when', 'from', 'to'] },
  time: { holds: oneOf(kPhrase), attributes: ['when', 'from', 'to'] },
  num: { holds: oneOf(kPhrase), attributes: ['type', 'value'] },
  measure: { holds: oneOf(kPhrase), attributes: ['type', 'quantity', 'unit'] },
  ...Object.fromEntries(['persName', 'orgName', 'placeName'].map((name) => [name, { holds: oneOf(kPhrase) }])),
};
const kValues: Record<string, RegExp> = {
  when: /^(-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?|\d\d:\d\d:\d\d)$/,
  quantity: /^-?\d+(\.\d+)?$/,
  value: /^-?\d+(\.\d+)?$/,
  unit: /^\S+$/,
  type: /^[a-z]+$/,
  subtype: /^[a-z]+$/,
  direct: /^false$/,
  'xml:id': /^[A-Za-z_][\w.-]*$/,
};

function oneOf(names: readonly string[]): RegExp {
  return new RegExp(`^((${names.join('|')}) )*$`);
}

function checkTei(root: Element): void {
  const all = [root, ...elements(root, '*')];
  const ids = all.flatMap((element) => element.getAttribute('xml:id') || []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const element of all) {
    const rule = kTei[element.tagName]!;
    expect(rule, element.tagName).toBeDefined();
    expect(childrenOf(element).map((child) => `${child.tagName} `).join(''), element.tagName).toMatch(rule.holds);
    for (const { name, value } of Array.from(element.attributes)) {
      expect(['corresp', ...(rule.attributes ?? [])], `${name} of ${element.tagName}`).toContain(name);
      if (name === 'corresp' || name === 'who') expect(ids).toContain(value.slice(1));
      const form = kValues[name === 'from' || name === 'to' ? 'when' : name];
      if (form) expect(value).toMatch(form);
    }
  }
}

const figureOf = (words: string, kind: FigureKind, value: string): Figure => ({ ...spanOf(words), kind, value, modifier: null, core: spanOf(words) });

/** A name around quoted words. */
function placedQuotes(): Pick<AnnotationDocument, 'entities' | 'quotes'> {
  const inner = spanOf('Brest');
  return {
    entities: [{ id: 'e9', kind: 'organization', name: 'maire de Brest', mentions: [{ ...spanOf('maire de Brest'), score: 1 }] }],
    quotes: [{ ...inner, kind: 'partial', chain: null, content: inner, speaker: null, cue: null, stance: 'neutral' }],
  };
}

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

  it('has the elements, their order and the attributes that TEI P5 allows, and writes dates as XML Schema does', () => {
    checkTei(parseTei(only('tei')));
    const { document } = sampleInput();
    const named = { ...document, ...placedQuotes(), figures: [figureOf('3 juin 2026', 'time', '2026-06-03T14:30..2026-06-03T16:00'), figureOf('40 %', 'time', 'T09:30')] };
    const xml = parseTei(only('tei', { ...sampleInput(), document: named, items: checklist(named, kEmptyReview, kText).items }));
    checkTei(xml);
    expect(elements(xml, 'seg').map((one) => one.textContent)).toEqual(['Brest']);
    const [morning, afternoon] = elements(xml, 'time');
    expect(morning!.getAttribute('when')).toBe('09:30:00');
    expect([afternoon!.getAttribute('from'), afternoon!.getAttribute('to')]).toEqual(['2026-06-03T14:30:00', '2026-06-03T16:00:00']);
  });

  it('says who spoke, whether in their own words, and how much', () => {
    const { document } = sampleInput();
    const [quote] = document.quotes;
    const reported = { ...document, quotes: [{ ...quote!, kind: 'reported' as const }] };
    const xml = parseTei(only('tei', { ...sampleInput(), items: checklist(reported, kEmptyReview, kText).items }));
    const [said] = elements(xml, 'said');
    expect(said!.getAttribute('direct')).toBe('false');
    const note = elements(xml, 'note').find((one) => `#${one.getAttribute('xml:id')}` === said!.getAttribute('who'));
    expect(note!.textContent).toMatch(/^Ana Ruiz/);
    const [share] = elements(xml, 'measure');
    expect([share!.getAttribute('quantity'), share!.getAttribute('unit')]).toEqual(['40', '%']);
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
