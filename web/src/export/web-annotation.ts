import { anchorAt } from '../model/anchor';
import { statusOf, type Item } from '../model/items';
import { codePoints, type ExportInput } from './input';

/** A W3C Web Annotation page (https://www.w3.org/TR/annotation-model/), one annotation a mention. */
export function webAnnotation({ article, items, document, language }: ExportInput): string {
  const point = codePoints(article.text);
  const source = `urn:uuid:${article.id}`;
  const annotation = (item: Item, i: number, n: number) => {
    const span = item.spans[n]!;
    const { exact, prefix, suffix } = anchorAt(article.text, span);
    return {
      id: `${source}#${i + 1}.${n + 1}`,
      type: 'Annotation',
      motivation: 'assessing',
      ...(item.check?.at ? { modified: item.check.at } : {}),
      body: bodies(item, language.locale),
      target: {
        source,
        selector: [
          { type: 'TextQuoteSelector', exact, prefix, suffix },
          // The position selector counts characters, not UTF-16 units.
          { type: 'TextPositionSelector', start: point(span.start), end: point(span.end) },
        ],
      },
    };
  };
  return JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${source}#page`,
      type: 'AnnotationPage',
      ...(document.language === 'und' ? {} : { language: document.language }),
      items: items.flatMap((item, i) => item.spans.map((_, n) => annotation(item, i, n))),
    },
    null,
    1,
  );
}

function bodies(item: Item, language: string): object[] {
  const textual = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value, format: 'text/plain' });
  const { check } = item;
  return [
    textual('classifying', item.kind),
    textual('identifying', item.figure?.value ?? item.label),
    textual('assessing', statusOf(item)),
    ...(check?.correction ? [textual('editing', check.correction)] : []),
    ...(check?.note ? [{ ...textual('commenting', check.note), language }] : []),
    ...(check?.source.locator ? [textual('linking', check.source.locator)] : []),
  ];
}
