import assert from 'node:assert/strict';
import { kSkipped, openSample, textsOf } from '../harness.mjs';

/** Only this browser can be told to print, to force colours, to keep still, and what could be installed. */
const kObedient = 'chromium';

/** The page as its own service worker serves it. */
async function openControlled(open) {
  const opened = await open({ context: { serviceWorkers: 'allow' }, strict: false });
  await opened.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });
  return opened;
}

export const cases = {
  async 'in forced colours the kinds are told apart by their lines alone'({ open, browser }) {
    if (browser !== kObedient) return kSkipped;
    const { page } = await open({ context: { forcedColors: 'active', colorScheme: 'dark' } });
    await openSample(page);
    await page.click('mark.figure >> nth=2');
    assert.equal(await page.$eval('mark.selected', (mark) => getComputedStyle(mark).outlineStyle), 'solid');
    const looks = await page.evaluate(() => {
      const canvas = document.body.appendChild(document.createElement('div'));
      canvas.style.cssText = 'color: CanvasText; background: Canvas';
      const { color, backgroundColor } = getComputedStyle(canvas);
      return [...document.querySelectorAll('.article mark[data-key]:not([data-kind=reported])')].map((mark) => {
        const style = getComputedStyle(mark);
        return {
          kind: mark.classList[0],
          lines: `${style.textDecorationLine} ${style.textDecorationStyle} ${style.textDecorationThickness} ${style.outlineStyle}`,
          selected: mark.matches('.selected'),
          readable: style.color === color && style.backgroundColor === backgroundColor,
        };
      });
    });
    assert.deepEqual(looks.filter(({ readable }) => !readable), []);
    const byKind = new Map(looks.filter(({ selected }) => !selected).map(({ kind, lines }) => [kind, lines]));
    assert.ok(byKind.size >= 6, [...byKind.keys()].join());
    assert.equal(new Set(byKind.values()).size, byKind.size, JSON.stringify([...byKind]));
  },

  async 'on paper there is the report alone, black on white, also from a dark page'({ open, browser }) {
    if (browser !== kObedient) return kSkipped;
    const { page } = await open({ context: { colorScheme: 'dark' } });
    await openSample(page);
    await page.click('mark.figure:text-is("40 %")');
    await page.keyboard.press('e');
    await page.click('.modes button >> nth=2');
    await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
    await page.emulateMedia({ media: 'print' });
    const { shown, faint } = await page.evaluate(() => {
      const luminance = (color) => {
        const [r, g, b] = color.match(/\d+/g).map(Number);
        return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
      };
      const texts = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !one.closest('.hidden') && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
      return {
        shown: [...new Set(texts.map((one) => one.closest('.report, .masthead, .panel, .toggles, .dateline, .saving, .article, .editor')?.className))],
        faint: texts.filter((one) => luminance(getComputedStyle(one).color) > 0.4).map((one) => one.textContent),
      };
    });
    assert.deepEqual(shown, ['report']);
    assert.deepEqual(faint, []);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages >= 1 && pages <= 3, `${pages} pages`);
  },

  async 'a long report comes in pages, and whole on paper'({ open, browser }) {
    const { page } = await open();
    await page.fill('.field', Array.from({ length: 700 }, (_, n) => `La ville compte ${n + 10} écoles.`).join('\n\n'));
    await page.click('.modes button >> nth=2');
    const facts = () => page.$$eval('.report .unchecked .fact', (found) => found.length);
    const more = page.locator('.report .unchecked .more');
    await more.waitFor();
    assert.equal(await facts(), 300);
    await more.click();
    assert.equal(await facts(), 600);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '310');
    if (browser === kObedient) {
      await page.evaluate(() => addEventListener('beforeprint', () => (window.printed = document.querySelectorAll('.report .unchecked .fact').length)));
      await page.pdf();
      assert.equal(await page.evaluate(() => window.printed), 700);
    }
    await page.waitForFunction(() => document.querySelectorAll('.report .unchecked .fact').length === 600);
  },

  async 'the report bears the day of the reader, wherever they are'({ open }) {
    // There it is always tomorrow, or still yesterday.
    const timezoneId = new Date().getUTCHours() >= 10 ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago';
    const { page } = await open({ context: { timezoneId } });
    await openSample(page);
    await page.click('.modes button >> nth=2');
    const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: timezoneId }).format(new Date());
    assert.ok((await page.textContent('.report .made')).includes(day), day);
  },

  async 'whoever wants less motion gets none'({ open, browser }) {
    if (browser !== kObedient) return kSkipped;
    const moving = async (reducedMotion) => {
      const { page } = await open({ context: { reducedMotion } });
      await openSample(page);
      return page.evaluate(() =>
        [...document.querySelectorAll('*')].filter((one) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
          return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        }).length,
      );
    };
    assert.ok((await moving('no-preference')) > 0, 'otherwise there is something that moves');
    assert.equal(await moving('reduce'), 0);
  },

  async 'a text shared by another application opens, and never reaches the server'({ open }) {
    const { site, context } = await openControlled(open);
    const other = await context.newPage();
    await other.setContent(
      `<form method="post" enctype="multipart/form-data" action="${site.address}share"><input name="title" value="Un titre"><textarea name="text">Le pain coûte 12 % de plus.</textarea><input name="url" value="https://example.org/pain"></form>`,
    );
    const before = site.requests.length;
    await other.evaluate(() => document.querySelector('form').submit());
    await other.waitForSelector('.article mark.figure:text-is("12 %")');
    assert.deepEqual(await textsOf(other, '.words'), ['Un titre', 'Le pain coûte 12 % de plus.', 'https://example.org/pain']);
    assert.deepEqual(site.requests.slice(before).filter((url) => url.includes('share')), []);
    assert.doesNotMatch(other.url(), /shared/);
    // It is handed over once: a reload shows the kept article, whatever has become of it.
    await other.reload();
    await other.waitForSelector('.article mark.figure:text-is("12 %")');
  },

  async 'the page can be installed'({ open, browser }) {
    if (browser !== kObedient) return kSkipped;
    const { page, context } = await openControlled(open);
    const session = await context.newCDPSession(page);
    const { errors, data } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data);
    assert.equal(manifest.share_target.action, './share');
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // Contexts of a test are private windows, from which nothing is installed.
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  },
};
