import assert from 'node:assert/strict';
import { openSample, textsOf } from '../harness.mjs';
import { longArticle } from '../long-article.mjs';

const item = (words) => `.item:has(.label:text-is("${words}"))`;
const progress = (page) => page.textContent('.progress').then((text) => Number(text.match(/\d+/)[0]));

/** Selects words of the article as a reader does with a mouse. */
const select = (page, words) =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('.article'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
    throw new Error(`no ${words}`);
  }, words);

const type = async (page, text) => {
  await page.click('.modes button >> nth=0');
  await page.evaluate((text) => {
    const field = document.querySelector('.field');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await page.click('.modes button >> nth=1');
};

const fieldOf = (page) => page.evaluate(() => document.querySelector('.field').value);

export const cases = {
  async 'one key a status, progress, undo and redo'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    const keys = { c: 'confirmed', e: 'wrong', a: 'ask', x: 'uncheckable', n: 'nofact' };
    for (const [key, status] of Object.entries(keys)) {
      await page.keyboard.press(key);
      await page.waitForSelector(`mark.figure[data-status=${status}]:text-is("40 %")`);
      assert.equal(await progress(page), 1);
    }
    await page.keyboard.press('r');
    assert.equal(await progress(page), 0);
    for (let n = 0; n < 6; n += 1) await page.keyboard.press('Control+z');
    assert.equal(await progress(page), 0);
    await page.keyboard.press('Control+Shift+z');
    await page.waitForSelector('mark.figure[data-status=confirmed]:text-is("40 %")');
  },

  async 'ticking a name ticks all its mentions'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('#tab-names');
    await page.click(`${item('Saint-Malo')} .tick`);
    const marks = await page.$$eval('mark.place', (found) => found.filter((one) => one.textContent === 'Saint-Malo').map((one) => one.dataset.status));
    assert.ok(marks.length >= 2);
    assert.deepEqual(new Set(marks), new Set(['confirmed']));
  },

  async 'a quotation tells who said it, where, and with what verb if that takes sides'({ open }) {
    const { page } = await open();
    await type(page, 'La mairie a répondu hier.\n\n« Nous fermerons le port en mars », a admis la maire Ana Ruiz dans les colonnes du Courrier.');
    // The speaker is known when the names have come.
    await page.waitForSelector('.article mark.person');
    await page.click('.article mark.quote');
    const facts = await page.$$eval('.card .facts dd', (found) => found.map((one) => one.textContent));
    assert.deepEqual(facts, ['Ana Ruiz', 'a admis', 'Courrier']);
  },

  async 'source and note are typed without losing the cursor, and stay'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.keyboard.press('s');
    await page.keyboard.type('https://example.org/rapport');
    await page.click('.card [data-focus=note]');
    await page.keyboard.type('page 12, vérifié');
    await page.click('#tab-names');
    await page.click('#tab-figures');
    assert.equal(await page.inputValue('.card [data-focus=source]'), 'https://example.org/rapport');
    assert.equal(await page.inputValue('.card [data-focus=note]'), 'page 12, vérifié');
    assert.match(await page.inputValue('.card [data-focus=source-date]'), /^\d{4}-\d\d-\d\d$/);
  },

  async 'ticks survive edits, and changed words say so'({ open }) {
    const { page } = await open();
    await openSample(page);
    for (const words of ['40 %', '18 mètres']) {
      await page.click(`mark.figure:text-is("${words}")`);
      await page.keyboard.press('c');
    }
    const text = await fieldOf(page);
    await type(page, `Un mot de plus.\n\n${text.replace('40 %', '45 %')}`);
    await page.waitForSelector('mark.figure[data-status=confirmed]:text-is("18 mètres")');
    await page.waitForSelector('mark.figure[data-changed]:text-is("45 %")');
    await page.click('mark.figure:text-is("45 %")');
    assert.match(await page.textContent('.card .was'), /40 %/);
    await type(page, text);
    await page.waitForSelector('mark.figure[data-status=confirmed]:not([data-changed]):text-is("40 %")');
  },

  async 'what the program missed can be marked, and its marks changed or removed'({ open }) {
    const { page } = await open();
    await openSample(page);
    await select(page, 'casiers');
    await page.click('.marker button.product');
    await page.waitForSelector('mark.product[data-origin=reader]:text-is("casiers")');
    await page.selectOption('.card [data-focus=kind]', 'entity organization');
    await page.waitForSelector('mark.organization[data-origin=reader]:text-is("casiers")');
    await page.click('mark.figure:text-is("40 %")');
    await page.click('.card .quiet');
    await page.waitForSelector('mark.figure:text-is("40 %")', { state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.waitForSelector('mark.figure:text-is("40 %")');
  },

  async 'the list filters by status and by voice'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.keyboard.press('e');
    await page.selectOption('.filters select >> nth=0', 'wrong');
    assert.deepEqual(await textsOf(page, '.list .label'), ['40 %']);
    await page.selectOption('.filters select >> nth=0', 'all');
    await page.click('#tab-quotes');
    const voices = await page.$$eval('.filters select:nth-child(2) option', (options) => options.map((option) => option.value));
    assert.ok(voices.length > 1, String(voices));
    await page.selectOption('.filters select >> nth=1', voices[1]);
    const groups = await textsOf(page, '.list .group h3');
    assert.equal(groups.length, 1);
    assert.ok(groups[0].startsWith(voices[1]));
  },

  async 'from one mode to the other a paragraph stays where it is on the screen'({ open }) {
    const { page } = await open();
    await page.fill('.field', longArticle(2));
    await page.waitForSelector('.backdrop mark.person');
    await page.click('.modes button >> nth=1');
    const words = await page.evaluate(() => {
      scrollTo(0, document.querySelectorAll('.row')[12].offsetTop);
      return document.querySelectorAll('.words')[12].textContent.slice(0, 60);
    });
    const topOf = (selector) =>
      page.$$eval(selector, (found, words) => found.find((one) => one.textContent.startsWith(words)).getBoundingClientRect().top, words);
    // What has not been on the screen yet is laid out when it comes near.
    const steady = async (selector) => {
      let before = NaN;
      for (let now = await topOf(selector); now !== before; now = await topOf(selector)) {
        before = now;
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      }
      return before;
    };
    // As a finger does: a mouse that is driven from outside scrolls first.
    const switchTo = (mode) => page.evaluate((mode) => document.querySelectorAll('.modes button')[mode].click(), mode);
    const read = await steady('.words');
    assert.ok(read > 0 && read < 400, `at ${read}`);
    await switchTo(0);
    const written = await steady('.backdrop .line');
    assert.ok(Math.abs(read - written) < 40, `${read} and ${written}`);
    await switchTo(1);
    const again = await steady('.words');
    assert.ok(Math.abs(written - again) < 40, `${written} and ${again}`);
  },

  async 'single keys can be switched off'({ open }) {
    const { page } = await open();
    await page.click('.tool.settings');
    await page.uncheck('dialog label:has-text("une seule touche") input');
    await page.click('dialog .quiet');
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.keyboard.press('c');
    assert.equal(await progress(page), 0);
  },

  async 'the overview draws the article, its voices and its dates'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('#tab-overview');
    const strokes = await page.$$eval('.minimap path.figure', (paths) => paths.map((path) => path.getAttribute('d')).join('').match(/M/g).length);
    assert.equal(strokes, (await page.$$('.article mark.figure')).length);
    assert.ok((await page.$$('.voices li')).length >= 2);
    assert.ok((await page.$$('.axis circle')).length >= 2);
    const days = await textsOf(page, '.charts .mention b');
    assert.ok(days.some((day) => /2026/.test(day)), String(days));
  },
};
