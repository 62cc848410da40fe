import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kSkipped, openSample } from '../harness.mjs';

const kFolder = fileURLToPath(new URL('../../../build/screenshots/', import.meta.url));
const kSizes = {
  wide: { viewport: { width: 1360, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1360, height: 900 }, colorScheme: 'dark' },
};

/** Pictures of every mode, to be looked at: no test can say whether a page is good to read. */
export const cases = Object.fromEntries(
  Object.entries(kSizes).map(([size, context]) => [
    `pictures of every mode, ${size}`,
    async ({ open, browser }) => {
      if (browser !== 'chromium') return kSkipped;
      mkdirSync(kFolder, { recursive: true });
      const { page } = await open({ context });
      const picture = (name) => page.screenshot({ path: `${kFolder}${name}-${size}.png` });
      await picture('start');
      await openSample(page);
      await page.waitForSelector('.article mark.person');
      await picture('check');
      await page.click('mark.figure:text-is("40 %")');
      await page.keyboard.press('c');
      await picture('card');
      await page.click('#tab-quotes');
      await picture('quotes');
      await page.click('#tab-overview');
      await picture('overview');
      await page.click('.modes button >> nth=0');
      await page.waitForSelector('.backdrop mark.figure');
      await picture('edit');
      await page.click('.modes button >> nth=2');
      await page.waitForSelector('.report table');
      await picture('report');
    },
  ]),
);
