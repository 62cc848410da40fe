import { describe, expect, it } from 'vitest';
import { follow } from '../src/model/anchor';
import { addMark, changeKind, decide, removeItem, setStatus } from '../src/model/decide';
import { checklist, contentsOf, statusOf, twinsOf } from '../src/model/items';
import { kEmptyReview, mapAnchors, type Review } from '../src/model/review';
import { shiftDocument } from '../src/model/shift';
import { editBetween } from '../src/model/text';
import { kText, sampleDocument, spanOf } from './sample';

const itemsOf = (review: Review, text = kText, document = sampleDocument()) => checklist(document, review, text).items;
const named = (review: Review, label: string) => itemsOf(review).find((item) => item.label === label)!;

describe('the checklist', () => {
  it('has one item an entity, a figure and a quote, in reading order', () => {
    const labels = itemsOf(kEmptyReview).map((item) => item.label);
    expect(labels).toEqual(['« Le port a reçu 40 % de <béton> »', '40 %', 'Ana Ruiz', 'Brest', '3 juin 2026']);
    expect(named(kEmptyReview, 'Ana Ruiz').spans).toHaveLength(2);
  });

  it('keeps a decision, and forgets it when nothing is left of it', () => {
    const ticked = setStatus(kEmptyReview, [named(kEmptyReview, 'Brest')], kText, 'confirmed');
    expect(statusOf(named(ticked, 'Brest'))).toBe('confirmed');
    expect(statusOf(named(ticked, 'Ana Ruiz'))).toBe('unchecked');
    const back = setStatus(ticked, [named(ticked, 'Brest')], kText, 'unchecked');
    expect(back.checks).toEqual([]);
  });

  it('keeps a note on an item that is not ticked', () => {
    const noted = decide(kEmptyReview, named(kEmptyReview, '40 %'), kText, { note: 'call the port' });
    expect(named(noted, '40 %').check?.note).toBe('call the port');
    expect(statusOf(named(noted, '40 %'))).toBe('unchecked');
  });

  it('says that a figure has changed since it was checked', () => {
    const ticked = setStatus(kEmptyReview, [named(kEmptyReview, '40 %')], kText, 'confirmed');
    const text = kText.replace('40 %', '45 %');
    const edit = editBetween(kText, text)!;
    const followed = mapAnchors(ticked, (anchor) => follow(anchor, edit, text));
    const document = sampleDocument();
    document.figures[0]!.value = '45';
    const item = itemsOf(followed, text, document).find((one) => one.label === '45 %')!;
    expect([statusOf(item), item.changed]).toEqual(['confirmed', true]);
  });

  it('keeps what was decided on words the program no longer marks', () => {
    const ticked = setStatus(kEmptyReview, [named(kEmptyReview, 'Brest')], kText, 'wrong');
    const document = sampleDocument();
    document.entities.pop();
    const item = itemsOf(ticked, kText, document).find((one) => one.label === 'Brest')!;
    expect([item.origin, statusOf(item)]).toEqual(['kept', 'wrong']);
  });

  it('lists a decision as lost when its words are gone', () => {
    const ticked = setStatus(kEmptyReview, [named(kEmptyReview, 'Brest')], kText, 'confirmed');
    const { lost } = checklist({ ...sampleDocument(), entities: [], figures: [], quotes: [] }, ticked, 'Other words altogether.');
    expect(lost).toHaveLength(1);
  });

  it('takes marks of the reader, other kinds, and removals', () => {
    const marked = addMark(kEmptyReview, kText, [spanOf('béton')], 'entity', 'product');
    expect([named(marked, 'béton').origin, named(marked, 'béton').toggle]).toEqual(['reader', 'product']);
    const removed = removeItem(marked, named(marked, '40 %'), kText);
    expect(named(removed, '40 %')).toBeUndefined();
    const turned = changeKind(removed, named(removed, 'Brest'), kText, 'entity', 'organization');
    expect([named(turned, 'Brest').kind, named(turned, 'Brest').origin]).toEqual(['organization', 'reader']);
    expect(itemsOf(turned).filter((item) => item.label === 'Brest')).toHaveLength(1);
  });

  it('knows what stands in a quote', () => {
    const items = itemsOf(kEmptyReview);
    expect(contentsOf(items[0]!, items).map((item) => item.label)).toEqual(['40 %']);
  });

  it('knows a figure that is stated twice', () => {
    const document = sampleDocument();
    document.figures.push({ ...document.figures[0]!, ...spanOf('3 juin') });
    const { items } = checklist(document, kEmptyReview, kText);
    const [first, second] = items.filter((item) => item.figure?.value === '40');
    expect(twinsOf(first!, items)).toEqual([second]);
  });
});

describe('a document between an edit and its next reading', () => {
  it('moves along and drops what was touched', () => {
    const text = `Premier mot.\n\n${kText.replace('40 %', '45 %')}`;
    const step = `Premier mot.\n\n${kText}`;
    const moved = shiftDocument(sampleDocument(), editBetween(kText, step)!, step);
    expect(step.slice(moved.figures[0]!.start, moved.figures[0]!.end)).toBe('40 %');
    const touched = shiftDocument(moved, editBetween(step, text)!, text);
    expect(touched.figures.map((figure) => text.slice(figure.start, figure.end))).toEqual(['3 juin 2026']);
    const [quote] = moved.quotes;
    for (const words of [quote!.speaker!, quote!.cue!, quote!.medium!]) expect(step.slice(words.start, words.end)).toBe(words.text);
    expect(touched.blocks.map((block) => text.slice(block.start, block.end)).join('\n\n')).toBe(text);
  });
});
