import assert from 'node:assert/strict';
import { AxeBuilder, openSample } from '../harness.mjs';

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
}

/** Firefox, which is slow at this, looks at one theme. */
const inBothThemes = (visit) => async ({ open, browser }) => {
  const { page } = await open();
  await visit(page);
  for (const theme of browser === 'firefox' ? ['dark'] : ['light', 'dark']) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    assert.deepEqual(await findings(page), [], theme);
  }
};

export const cases = {
  'axe finds nothing on the empty page': inBothThemes(async () => {}),
  'axe finds nothing in the article, a card open': inBothThemes(async (page) => {
    await openSample(page);
    await page.click('mark.figure >> nth=2');
    await page.waitForSelector('.card');
  }),
  'axe finds nothing while editing': inBothThemes(async (page) => {
    await openSample(page);
    await page.click('.modes button >> nth=0');
    await page.waitForSelector('.backdrop mark');
  }),
  'axe finds nothing in quotes and alerts': inBothThemes(async (page) => {
    await openSample(page);
    await page.click('#tab-alerts');
  }),

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
