import assert from 'node:assert/strict';
import { AxeBuilder, kSkipped, openSample, textsOf } from '../harness.mjs';

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
}

const tab = (name) => (page) => page.click(`#tab-${name}`);
const mode = (n) => (page) => page.click(`.modes button >> nth=${n}`);
const openArticles = (page) => page.click('.tool.articles');
const close = (page) => page.click('dialog .dialog-head button');

/** Every state of the page, each reached from the one before. */
const kVisits = {
  'the empty page': async () => {},
  'the names': async (page, language) => {
    await openSample(page, language);
    await tab('names')(page);
  },
  'a name, its card open': (page) => page.click('.list .item .head >> nth=0'),
  'the figures, a checked card open': async (page) => {
    await tab('figures')(page);
    await page.click('.list .item .head >> nth=0');
    await page.keyboard.press('e');
    await page.waitForSelector('.card [data-focus=correction]');
  },
  'the quotes': tab('quotes'),
  'the alerts': tab('alerts'),
  'the overview': tab('overview'),
  'words selected': async (page) => {
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.words.title')));
    await page.waitForSelector('.marker:not([hidden])');
  },
  'words written down to be marked': async (page) => {
    await page.evaluate(() => getSelection().removeAllRanges());
    await page.focus('.article');
    await page.keyboard.press('m');
    await page.waitForSelector('.marker input:focus');
  },
  'writing': async (page) => {
    await page.keyboard.press('Escape');
    await mode(0)(page);
    await page.waitForSelector('.backdrop mark');
  },
  'the report': mode(2),
  'the articles': async (page) => {
    await page.click('.tool.articles');
    await page.waitForSelector('dialog .recent');
  },
  'the settings and keys': async (page) => {
    await close(page);
    await page.click('.tool.settings');
    await page.waitForSelector('dialog .keys');
  },
};

const kPhone = { viewport: { width: 390, height: 844 } };
/** Every two of theme, language and size come together once. */
const kLooks = {
  'light, French, wide': { locale: 'fr-FR', colorScheme: 'light' },
  'dark, English, wide': { locale: 'en-GB', colorScheme: 'dark' },
  'dark, French, phone': { locale: 'fr-FR', colorScheme: 'dark', ...kPhone },
  'light, English, phone': { locale: 'en-GB', colorScheme: 'light', ...kPhone },
};

const axeCases = Object.entries(kLooks).map(([look, context]) => [
  `axe finds nothing in any state, ${look}`,
  async ({ open, browser }) => {
    // It takes this browser half a minute, and the page is the same.
    if (browser === 'firefox' && look !== 'dark, French, phone') return kSkipped;
    const { page } = await open({ context });
    for (const [state, visit] of Object.entries(kVisits)) {
      await visit(page, context.locale.slice(0, 2));
      assert.deepEqual(await findings(page), [], state);
    }
  },
]);

export const cases = {
  ...Object.fromEntries(axeCases),

  async 'the article is one tab stop and everything goes from the keyboard'({ open }) {
    const { page } = await open();
    await openSample(page);
    assert.equal(await page.$$eval('.article [tabindex="0"], .article a, .article button:not([tabindex="-1"])', (found) => found.length), 0);
    await page.focus('.article');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const first = await page.textContent('.article mark.selected');
    await page.keyboard.press('c');
    await page.waitForSelector('.article mark.selected[data-status=confirmed]');
    await page.keyboard.press('k');
    assert.notEqual(await page.textContent('.article mark.selected'), first);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.card');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'head');
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.article')));
    await page.keyboard.press('Control+z');
    assert.equal(await page.$$eval('.article mark[data-status]', (found) => found.length), 0);
  },

  async 'words can be marked without a mouse'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.focus('.article');
    await page.keyboard.press('m');
    await page.keyboard.type('hydroliennes de la Lune');
    assert.ok(await page.isDisabled('.marker button.product'), 'there are no such words');
    for (let n = 0; n < 23; n += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('casiers');
    await page.keyboard.press('Enter');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('mark.product.selected[data-origin=reader]:text-is("casiers")');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.article')), 'and the reader is back in the article');
    await page.keyboard.press('m');
    await page.keyboard.press('Escape');
    assert.ok(await page.isHidden('.marker'));
    assert.ok(await page.evaluate(() => document.activeElement.matches('.article')));
  },

  async 'the article stays where it is while the focus goes through what stands over it'({ open }) {
    const { page } = await open({ context: { viewport: { width: 1360, height: 500 } } });
    await openSample(page);
    await page.evaluate(() => scrollTo(0, 400));
    await page.waitForFunction(() => scrollY === 400);
    for (const selector of ['.modes button', '.tool.settings', '.toggle.organization', '.toggle.quote']) {
      await page.focus(selector);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => scrollY), 400, selector);
    }
  },

  async 'a dialog gives the focus back'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.focus('.article');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open] .keys');
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.article')));
    await page.focus('.tool.articles');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.tool.articles')));
  },

  async 'whoever deletes from the keyboard is still in the list'({ open }) {
    const { page } = await open();
    await openSample(page, 'en');
    await openArticles(page);
    await page.click('dialog .ways button >> nth=0');
    await openSample(page);
    await openArticles(page);
    await page.waitForSelector('dialog .recent >> nth=1');
    await page.focus('dialog .recents .quiet');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog .recent >> nth=1', { state: 'detached' });
    await page.waitForSelector('dialog .recent:focus');
  },

  async 'the frame of a selected mark is drawn whole at the edge of a phone'({ open }) {
    const { page } = await open({ context: kPhone });
    await openSample(page);
    const room = await page.$$eval('.row', (rows) => Math.min(...rows.map((row) => row.firstElementChild.getBoundingClientRect().left - row.getBoundingClientRect().left)));
    assert.ok(room >= 4, `${room} pixels`);
  },

  async 'a screen reader hears the item that is selected'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.waitForSelector('[role=status]:has-text("40 %: pourcentage")');
  },

  async 'a screen reader hears what has been decided on it'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.keyboard.press('c');
    await page.waitForSelector('[role=status]:has-text("40 %: pourcentage · 40 % · Confirmé")');
  },

  async 'the focus goes along into the mode that comes up, and onto the words that are to be corrected'({ open }) {
    const { page } = await open();
    await openSample(page);
    assert.ok(await page.evaluate(() => document.activeElement.matches('.article')), 'the button that opened it has gone');
    await page.keyboard.press('Alt+1');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.field')));
    await page.keyboard.press('Alt+2');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.article')));
    await page.click('mark.figure:text-is("40 %")');
    await page.keyboard.press('Alt+1');
    const selected = () => page.$eval('.field', ({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd));
    assert.equal(await selected(), '40 %');
    await page.keyboard.type('45 %');
    await page.waitForSelector('.backdrop mark.figure:text-is("45 %")');
    await page.keyboard.press('Alt+3');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.report')));
  },

  async 'the picture of the article is gone through from the keyboard'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('#tab-overview');
    await page.focus('.minimap');
    await page.keyboard.press('End');
    const last = (await textsOf(page, '.words')).at(-1);
    const where = () => page.$eval('.minimap', (map) => [map.getAttribute('aria-valuenow'), map.getAttribute('aria-valuetext')]);
    const [, said] = await where();
    assert.ok(last.startsWith(said), `${said} in ${last}`);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('.row:last-child').getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
    await page.keyboard.press('ArrowUp');
    const [now, before] = await where();
    assert.equal(Number(now), (await page.$$('.row')).length - 1);
    assert.notEqual(before, said);
    assert.ok(await page.evaluate(() => document.activeElement.matches('.minimap')));
  },

  async 'the reading rule shows one line: under the pointer, from line to line, and at a selected mark'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.focus('.article');
    await page.keyboard.press('l');
    const ruler = () => page.$eval('.ruler', (one) => one.getBoundingClientRect().toJSON());
    const words = await page.$eval('.words.paragraph', (one) => {
      const { left, top } = one.getBoundingClientRect();
      return { x: left + 40, top: top + parseFloat(getComputedStyle(one).paddingTop), height: parseFloat(getComputedStyle(one).lineHeight) };
    });
    const near = (a, b) => assert.ok(Math.abs(a - b) < 2, `${a} and not ${b}`);
    await page.mouse.move(words.x, words.top + 1.5 * words.height);
    await page.waitForSelector('.ruler');
    near((await ruler()).top, words.top + words.height);
    near((await ruler()).height, words.height);
    const first = await page.evaluate(() => scrollY);
    await page.keyboard.press('ArrowDown');
    const next = await ruler();
    near(next.top + (await page.evaluate(() => scrollY)) - first, words.top + 2 * words.height);
    for (let n = 0; n < 60; n += 1) await page.keyboard.press('ArrowDown');
    const end = await page.$eval('.row:last-child .words', (one) => one.getBoundingClientRect().bottom - parseFloat(getComputedStyle(one).paddingBottom));
    near((await ruler()).bottom, end);
    await page.click('mark.figure:text-is("40 %")');
    const mark = await page.$eval('mark.selected', (one) => one.getBoundingClientRect().toJSON());
    const line = await ruler();
    assert.ok(line.top - 2 < mark.top && mark.bottom < line.bottom + 2, `${mark.top} to ${mark.bottom} in ${line.top} to ${line.bottom}`);
    await page.keyboard.press('l');
    assert.ok(await page.isHidden('.ruler'));
  },

  async 'on a phone the list makes room for writing'({ open }) {
    const { page } = await open({ context: kPhone });
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.waitForSelector('.panel .card');
    const free = () => page.$eval('.panel', (panel) => panel.getBoundingClientRect().top);
    assert.ok((await free()) < 450);
    await page.click('.modes button >> nth=0');
    assert.ok((await free()) > 650, 'in Edit');
    await page.click('#tab-names');
    assert.ok((await free()) < 450);
    await page.focus('.field');
    assert.ok((await free()) > 650, 'while it is typed in');
  },

  async 'a phone has no sideways scroll and targets of 44 pixels'({ open, browser }) {
    const context = { viewport: { width: 390, height: 844 }, ...(browser === 'chromium' && { hasTouch: true, isMobile: true }) };
    const { page } = await open({ context });
    await openSample(page);
    await page.click('mark.figure >> nth=2');
    await page.waitForSelector('.card');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide`);
    if (browser !== 'chromium') return;
    const small = await page.$$eval('.masthead button, .tabs button, .card button, .toggle, .tick', (buttons) =>
      buttons.flatMap((button) => {
        const { height } = button.getBoundingClientRect();
        return height > 0 && height < 43.5 ? [`${button.className || button.textContent}: ${height}`] : [];
      }),
    );
    assert.deepEqual(small, []);
  },
};
