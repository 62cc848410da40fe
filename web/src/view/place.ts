/** Where a paragraph stands on the screen, to stand there again in another mode. */
export interface Place {
  /** Of its first word in the text, in UTF-16 units. */
  start: number;
  /** In pixels from the top of the window. */
  y: number;
}

/** What the lines at the top of the page cover. */
const kCovered = 160;

/** The first of some paragraphs that can be seen, each given with its start; null where there is none. */
export function placeIn(elements: HTMLCollection, starts: readonly number[]): Place | null {
  // At the top it should be the top again, whatever stands over the text there.
  if (scrollY === 0) return { start: 0, y: innerHeight };
  const all = [...elements];
  const seen = all.findIndex((element) => element.getBoundingClientRect().bottom > kCovered);
  return seen < 0 ? null : { start: starts[seen]!, y: all[seen]!.getBoundingClientRect().top };
}

/** Scrolls so that the paragraph at the place stands where it stood; false when there is none. */
export function goTo({ start, y }: Place, elements: HTMLCollection, starts: readonly number[]): boolean {
  const element = elements[Math.max(0, starts.findLastIndex((one) => one <= start))];
  if (element) scrollBy({ top: element.getBoundingClientRect().top - y, behavior: 'instant' });
  return element !== undefined;
}

/** Brings the first of an item's marks into view, unless one of them is. */
export function reveal(marks: readonly Element[]): void {
  // On a small screen the sheet with the list covers the lower part.
  const free = innerHeight * (matchMedia('(max-width: 62rem)').matches ? 0.36 : 0.85);
  const inView = marks.some((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top > kCovered && bottom < free;
  });
  if (!inView) marks[0]?.scrollIntoView({ block: 'center' });
}
