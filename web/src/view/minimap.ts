import type { App } from '../app/app';
import type { BlockKind, Span } from '../core/document';
import { statusOf } from '../model/items';
import { label, svg } from './dom';

const kWide = 320;
const kRow = 6;
const kGap = 4;
/** So much of a place is read out. */
const kSpoken = 80;
/** An article of more blocks is drawn without the gaps between them. */
const kMostBlocks = 250;

/** A stretch of the article, and where its first row is drawn. */
interface Area extends Span {
  kind: BlockKind;
  top: number;
}

/**
 * Every line of the article as a hair line, with its names and figures on it. A click goes to the place; from the
 * keyboard it is a slider over the paragraphs, or over the rows where paragraphs are not told apart.
 */
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
  const rows = areas.flatMap((area) => rowsOf(area, perRow));
  for (const row of rows) stroke(`text ${row.kind}`, row, row);
  for (const item of checklist.items) {
    if (item.layer === 'quote') continue;
    for (const span of item.spans) {
      const area = areas.find(({ end }) => end > span.start);
      if (area && area.start <= span.start) stroke(`${item.toggle} ${statusOf(item)}`, area, span);
    }
  }
  const stops = areas.length > 1 ? areas : rows;
  const here = svg('path', { class: 'here' });
  const picture = svg('svg', {
    role: 'slider',
    tabindex: '0',
    'aria-label': app.language.strings.minimap,
    'aria-orientation': 'vertical',
    'aria-valuemin': 1,
    'aria-valuemax': stops.length,
    class: 'minimap',
    viewBox: `0 0 ${kWide} ${height}`,
  });
  for (const [kind, paths] of strokes) picture.append(svg('path', { class: kind, d: paths.join('') }));
  picture.append(here);
  let at = 0;
  const show = ({ start, end, top }: Area) => {
    at = stops.findLastIndex((stop) => stop.start <= start);
    label(picture, { 'aria-valuenow': String(at + 1), 'aria-valuetext': article.text.slice(start, Math.min(end, start + kSpoken)) });
    here.setAttribute('d', `M0 ${top}h${kWide}`);
  };
  if (rows[0]) show(rows[0]);
  const go = (row: Area | undefined) => {
    if (!row) return;
    show(row);
    app.emphasise(row);
  };
  picture.addEventListener('click', ({ clientY }) => {
    const { top, height: drawn } = picture.getBoundingClientRect();
    const y = ((clientY - top) * height) / drawn;
    go(rows.findLast((row) => row.top - kRow / 2 <= y) ?? rows[0]);
  });
  picture.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10, Home: -at, End: stops.length - 1 - at };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(stops[Math.max(0, Math.min(at + by, stops.length - 1))]);
  });
  return picture;
}

function rowsOf({ start, end, top, kind }: Area, perRow: number): Area[] {
  return Array.from({ length: Math.ceil((end - start) / perRow) }, (_, n) => ({
    start: start + n * perRow,
    end: Math.min(end, start + (n + 1) * perRow),
    top: top + n * kRow,
    kind,
  }));
}

const round = (n: number) => Math.round(10 * n) / 10;
