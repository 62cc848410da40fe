import { titleOf } from '../model/article';
import { statusOf } from '../model/items';
import { linesOf } from '../model/shift';
import { codePoints, flatSpans, type ExportInput } from './input';

/** Formats of annotated corpora and of their tools. Offsets count code points, as those tools do. */

/** brat standoff (https://brat.nlplab.org/standoff.html); belongs beside a .txt with the same name. */
export function brat({ article, items }: ExportInput): string {
  const point = codePoints(article.text);
  const lines: string[] = [];
  let t = 0;
  let notes = 0;
  for (const item of items) {
    for (const { start, end } of item.spans) {
      t += 1;
      const kind = item.kind[0]!.toUpperCase() + item.kind.slice(1);
      // An annotation over a line end is given in pieces, one a line.
      const pieces = linesOf(article.text, { start, end });
      const places = pieces.map((piece) => `${point(piece.start)} ${point(piece.end)}`).join(';');
      lines.push(`T${t}\t${kind} ${places}\t${pieces.map((piece) => article.text.slice(piece.start, piece.end)).join(' ')}`);
      const note = [statusOf(item), item.check?.correction, item.check?.source.locator, item.check?.note].filter(Boolean).join('; ');
      if (item.check) lines.push(`#${(notes += 1)}\tAnnotatorNotes T${t}\t${note.replace(/\s+/g, ' ')}`);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** CoNLL with IOB2 tags: a token and its tag a line, an empty line after each sentence. */
export function conll({ article, document, items }: ExportInput): string {
  const { text } = article;
  const locale = document.language === 'und' ? undefined : document.language;
  const spans = flatSpans(items);
  const words = new Intl.Segmenter(locale, { granularity: 'word' });
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const lines: string[] = [];
  let at = 0;
  for (const block of document.blocks) {
    for (const sentence of sentences.segment(text.slice(block.start, block.end))) {
      // A span's ends are token ends, so that no tag is lost inside a longer token.
      const from = block.start + sentence.index;
      for (const { segment, index } of words.segment(sentence.segment)) {
        if (!segment.trim()) continue;
        let start = from + index;
        const stop = start + segment.length;
        while (start < stop) {
          while (at < spans.length && spans[at]!.end <= start) at += 1;
          const span = spans[at];
          const inside = span && span.start <= start ? span : null;
          const end = Math.min(stop, inside ? inside.end : span && span.start > start ? span.start : stop);
          const tag = inside ? `${inside.start === start ? 'B' : 'I'}-${inside.label}` : 'O';
          if (text.slice(start, end).trim()) lines.push(`${text.slice(start, end).trim()}\t${tag}`);
          start = end;
        }
      }
      lines.push('');
    }
  }
  return lines.join('\n') + '\n';
}

/** One line of JSON: `ents` for displaCy and spaCy, quotes as `spans`, which may overlap. */
export function spacy({ article, document, items }: ExportInput): string {
  const point = codePoints(article.text);
  const ents = flatSpans(items).map(({ start, end, label }) => ({ start: point(start), end: point(end), label }));
  const spans = items
    .filter((item) => item.layer === 'quote')
    .flatMap((item) => item.spans.map(({ start, end }) => ({ start: point(start), end: point(end), label: item.kind.toUpperCase() })));
  return JSON.stringify({ text: article.text, title: titleOf(article), lang: document.language, ents, spans }) + '\n';
}
