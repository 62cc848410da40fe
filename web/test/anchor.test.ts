import { describe, expect, it } from 'vitest';
import { anchorAt, follow, locate } from '../src/model/anchor';
import { editBetween } from '../src/model/text';
import { spanOf } from './sample';

const kBefore = 'The port took 40 % more ships. The town grew by 3 %. The mayor, Ana Ruiz, spoke of 3 % too.';

function after(words: string, text: string, nth = 0): { words: string | null; changed: boolean } {
  const anchor = anchorAt(kBefore, spanOf(words, nth, kBefore));
  const edit = editBetween(kBefore, text);
  const moved = edit ? follow(anchor, edit, text) : anchor;
  const place = locate(moved, text);
  return { words: place && text.slice(place.start, place.end), changed: moved.now !== undefined };
}

describe('an anchor', () => {
  it('stays on its words when text is put before, after and around them', () => {
    expect(after('40 %', `A new title\n\n${kBefore}`)).toEqual({ words: '40 %', changed: false });
    expect(after('40 %', `${kBefore} And so on.`)).toEqual({ words: '40 %', changed: false });
  });

  it('keeps apart two places with the same words', () => {
    const text = kBefore.replace('The port took 40 % more ships. ', '');
    const anchor = follow(anchorAt(kBefore, spanOf('3 %', 1, kBefore)), editBetween(kBefore, text)!, text);
    expect(locate(anchor, text)?.start).toBe(text.lastIndexOf('3 %'));
  });

  it('follows its words when they change, and says so', () => {
    expect(after('40 %', kBefore.replace('40 %', '45 %'))).toEqual({ words: '45 %', changed: true });
    expect(after('Ana Ruiz', kBefore.replace('Ana Ruiz', 'Anna Ruiz'))).toEqual({ words: 'Anna Ruiz', changed: true });
  });

  it('is itself again when the change is taken back', () => {
    const changed = kBefore.replace('40 %', '45 %');
    let anchor = anchorAt(kBefore, spanOf('40 %', 0, kBefore));
    anchor = follow(anchor, editBetween(kBefore, changed)!, changed);
    anchor = follow(anchor, editBetween(changed, kBefore)!, kBefore);
    expect(anchor.now).toBeUndefined();
  });

  it('is found again after the whole text was replaced by another version', () => {
    const text = 'NEW HEADLINE\n\nYesterday the port took 40 % more ships than ever. Elsewhere 40 % of the boats left.';
    expect(after('40 %', text)).toEqual({ words: '40 %', changed: false });
    const anchor = anchorAt(kBefore, spanOf('40 %', 0, kBefore));
    expect(locate(follow(anchor, editBetween(kBefore, text)!, text), text)?.start).toBe(text.indexOf('40 %'));
  });

  it('is lost when its words are gone, and back when they are back', () => {
    const gone = 'Nothing of all this was left standing in print.';
    let anchor = anchorAt(kBefore, spanOf('Ana Ruiz', 0, kBefore));
    anchor = follow(anchor, editBetween(kBefore, gone)!, gone);
    expect(locate(anchor, gone)).toBeNull();
    anchor = follow(anchor, editBetween(gone, kBefore)!, kBefore);
    expect(locate(anchor, kBefore)).toEqual(spanOf('Ana Ruiz', 0, kBefore));
  });

  it('does not take a part of another word for its own', () => {
    const text = 'The mayor of Anapolis, Banana Ruizo, spoke.';
    expect(after('Ana Ruiz', text).words).toBeNull();
  });
});

describe('an anchor whose end an edit crosses', () => {
  it('finds its old words rather than what is left of the new ones', () => {
    const other = `A word more.\n\n${kBefore.replace('40 %', '45 %')}`;
    let anchor = anchorAt(kBefore, spanOf('40 %', 0, kBefore));
    anchor = follow(anchor, editBetween(kBefore, other)!, other);
    expect(anchor.now).toBe('45 %');
    anchor = follow(anchor, editBetween(other, kBefore)!, kBefore);
    expect([anchor.now, locate(anchor, kBefore)]).toEqual([undefined, spanOf('40 %', 0, kBefore)]);
  });

  it('does not run to the same short words elsewhere', () => {
    expect(after('3 %', 'Another text of 3 % altogether.').words).toBeNull();
  });
});
