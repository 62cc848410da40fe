import { svg } from './dom';

/** The manicule: a cuffed hand whose finger points at the passage worth noting. Drawn for this project. */
export function manicule(): SVGSVGElement {
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return svg(
    'svg',
    { viewBox: '0 0 64 40', class: 'manicule', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: 'M3 9 L15 6 L17 34 L4 33 Z', fill: 'currentColor' }),
    svg('path', { ...line, d: 'M17 10 C22 5 29 5 33 8 L36 10 L58 11 C62.5 11.3 62.5 16.7 58 17 L40 17.5' }),
    svg('path', { ...line, d: 'M27 17 C31 13.5 35 14 38 17.5 C40 20 39.5 22.5 37 23' }),
    svg('path', { ...line, d: 'M30 22.8 L37 23 C41 23.4 41 28.4 37 28.6 L30 28.4' }),
    svg('path', { ...line, d: 'M31 28.5 L35 28.6 C38.5 29 38.5 33.4 35 33.6 L26 34 C22 34.2 19.5 33 17 31' }),
  );
}

const kPaths = {
  undo: 'M7 7 L3 11 L7 15 M3 11 H12 A5 5 0 0 1 12 21 H9',
  redo: 'M17 7 L21 11 L17 15 M21 11 H12 A5 5 0 0 0 12 21 H15',
  articles: 'M5 4 H19 V20 H5 Z M8.5 8.5 H15.5 M8.5 12 H15.5 M8.5 15.5 H13',
  settings: 'M4 7 H20 M4 12 H20 M4 17 H20 M9 5 V9 M15 10 V14 M7 15 V19',
} as const;

export function icon(name: keyof typeof kPaths): SVGSVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: kPaths[name], fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
  );
}
