import type { App } from '../app/app';
import type { BlockKind, Span } from '../core/document';
import { statusOf } from '../model/items';
import { svg } from './dom';

const kWide = 320;
const kRow = 6;
const kGap = 4;
/** An article of more blocks is drawn without the gaps between them. */
const kMostBlocks = 250;

/** A stretch of the article, and where its first row is drawn. */
interface Area extends Span {
  kind: BlockKind;
  top: number;
}

/** Every line of the article as a hair line, with its names and figures on it; a click goes to the place. */
export function minimap(app: App): SVGElement {
  const { document, checklist, article } = app.state;
  const perRow = Math.max(72, Math.ceil(article.text.length / 64));
  const areas: Area[] = [];
  let height = kRow;
  const blocks = document.blocks.length > kMostBlocks ? [{ start: 0, end: article.text.length, kind: 'paragraph' as const }] : document.blocks;
  for (const { start, end, kind } of blocks) {
    areas.push({ start, end, kind, top: height });
    height += kRow * Math.ceil((end - start) / perRow) + kGap;
  }
  const strokes = new Map<string, string[]>();
  const stroke = (kind: string, { start, top }: Area, span: Span) => {
    const from = span.start - start;
    const row = Math.floor(from / perRow);
    const x = from - row * perRow;
    const length = Math.min(span.end - span.start, perRow - x);
    const path = `M${round((x * kWide) / perRow)} ${round(top + row * kRow)}h${round((length * kWide) / perRow)}`;
    const present = strokes.get(kind);
    if (present) present.push(path);
    else strokes.set(kind, [path]);
  };
  for (const area of areas) {
    for (let at = area.start; at < area.end; at += perRow) stroke(`text ${area.kind}`, area, { start: at, end: Math.min(at + perRow, area.end) });
  }
  for (const item of checklist.items) {
    if (item.layer === 'quote') continue;
    for (const span of item.spans) {
      const area = areas.find(({ end }) => end > span.start);
      if (area && area.start <= span.start) stroke(`${item.toggle} ${statusOf(item)}`, area, span);
    }
  }
  const picture = svg('svg', { role: 'img', 'aria-label': app.language.strings.minimap, class: 'minimap', viewBox: `0 0 ${kWide} ${height}` });
  for (const [kind, paths] of strokes) picture.append(svg('path', { class: kind, d: paths.join('') }));
  picture.addEventListener('click', ({ clientY }) => {
    const { top, height: drawn } = picture.getBoundingClientRect();
    const y = ((clientY - top) * height) / drawn;
    const area = areas.findLast((one) => one.top <= y) ?? areas[0];
    if (!area) return;
    const at = Math.min(area.end - 1, area.start + Math.floor((y - area.top) / kRow) * perRow);
    app.emphasise({ start: Math.max(area.start, at), end: area.end });
  });
  return picture;
}

const round = (n: number) => Math.round(10 * n) / 10;
