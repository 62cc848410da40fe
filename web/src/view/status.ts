import type { Status } from '../model/review';

/** Told apart without colour: in the list, in the article, in print. */
export const kGlyphs: Record<Status, string> = {
  unchecked: '○',
  confirmed: '✓',
  wrong: '✗',
  ask: '?',
  uncheckable: '~',
  nofact: '∅',
};

/** The same letters in every language: confirm, error, ask, x, no fact, reset. */
export const kStatusKeys: Record<Status, string> = {
  unchecked: 'r',
  confirmed: 'c',
  wrong: 'e',
  ask: 'a',
  uncheckable: 'x',
  nofact: 'n',
};
