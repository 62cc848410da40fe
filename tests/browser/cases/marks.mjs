import assert from 'node:assert/strict';
import { openSample, textsOf } from '../harness.mjs';

export const cases = {
  async 'the sample is marked at the right words'({ open }) {
    const { page } = await open();
    await openSample(page);
    const figures = await textsOf(page, 'mark.figure');
    for (const words of ['18 mètres', '40 %', '14,5 millions d’euros']) assert.ok(figures.includes(words), `${words} in ${figures}`);
    const quotes = await textsOf(page, 'mark.quote');
    assert.ok(quotes.includes('« On nous parle d’avenir, mais personne n’a compté nos casiers »'), String(quotes));
    await page.waitForSelector('mark.place:text-is("Saint-Malo")');
    await page.waitForSelector('mark.person:text-is("Yann Le Bihannec")');
  },

  async 'a mark within a quote is nested in it'({ open }) {
    const { page } = await open();
    await openSample(page);
    assert.ok((await textsOf(page, 'mark.quote mark.figure')).length > 0);
  },

  async 'the text is drawn whole and in order'({ open }) {
    const { page } = await open();
    await openSample(page);
    const shown = (await textsOf(page, '.article .words')).join('\n\n');
    const given = await page.evaluate(() => document.querySelector('.field').value);
    assert.equal(shown, given.trim());
  },

  async 'clicking a mark opens it in the list, and its mention leads back'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    const open_ = await page.waitForSelector('.item:has(.card)');
    assert.match(await open_.textContent(), /40 %/);
    assert.equal(await page.getAttribute('.tabs [aria-selected=true]', 'id'), 'tab-figures');
    await page.click('#tab-quotes');
    await page.click('.list .item .head >> nth=0');
    await page.waitForSelector('.article mark.quote.selected');
    const box = await page.locator('.article mark.selected').first().boundingBox();
    assert.ok(box.y > 0 && box.y < 900, `the mark is in view at ${box.y}`);
  },

  async 'hovering a name in the list lights all its mentions'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.waitForSelector('mark.place:text-is("Saint-Malo")');
    await page.hover('.item:has-text("Saint-Malo") .head');
    const lit = await textsOf(page, 'mark.lit');
    assert.ok(lit.length >= 2 && lit.every((words) => words === 'Saint-Malo'), String(lit));
  },

  async 'each of the seven kinds can be switched off and on'({ open }) {
    const { page } = await open();
    await openSample(page);
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('.toggle')].map((toggle) => {
        const kind = toggle.dataset.toggle;
        const count = () => document.querySelectorAll(`.article mark.${kind}`).length;
        const before = count();
        toggle.click();
        const off = count();
        toggle.click();
        return { kind, before, off, again: count() };
      }),
    );
    assert.equal(seen.length, 7);
    assert.ok(seen.filter(({ before }) => before > 0).length >= 5, JSON.stringify(seen));
    for (const { kind, before, off, again } of seen) assert.deepEqual([off, again], [0, before], kind);
  },

  async 'kinds differ by letter and by line, not by colour alone'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.waitForSelector('mark.place');
    const looks = await page.$$eval('.article mark[data-key]', (marks) =>
      marks.map((mark) => {
        const kind = mark.className.split(' ')[0];
        const style = getComputedStyle(mark);
        const letter = mark.dataset.letter ?? 'none';
        return [kind, `${letter} ${style.textDecorationLine} ${style.textDecorationStyle}`];
      }),
    );
    const byKind = new Map();
    for (const [kind, look] of looks) if (!/none/.test(look.split(' ')[0])) byKind.set(kind, look);
    assert.ok(byKind.size >= 4, `kinds seen: ${[...byKind.keys()]}`);
    assert.equal(new Set(byKind.values()).size, byKind.size, JSON.stringify([...byKind]));
  },

  async 'a figure shows its value as its reader writes it'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.hover('mark.figure:text-is("14,5 millions d’euros")');
    await page.waitForSelector('.tip:not([hidden])');
    assert.match(await page.textContent('.tip'), /14\s500\s000\s€/u);
  },

  async 'alerts stand beside their passage and can be dismissed'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.waitForSelector('.note.warning');
    const before = (await textsOf(page, '.note.warning')).length;
    await page.click('.note.warning .dismiss >> nth=0');
    assert.equal((await textsOf(page, '.note.warning')).length, before - 1);
  },
};
