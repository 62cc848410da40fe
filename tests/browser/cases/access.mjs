import assert from 'node:assert/strict';
import { AxeBuilder, kSkipped, openSample } from '../harness.mjs';

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
}

const tab = (name) => (page) => page.click(`#tab-${name}`);
const mode = (n) => (page) => page.click(`.modes button >> nth=${n}`);
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

  async 'a screen reader hears the item that is selected'({ open }) {
    const { page } = await open();
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.waitForSelector('[role=status]:has-text("40 %: pourcentage")');
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
