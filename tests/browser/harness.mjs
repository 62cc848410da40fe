import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { serve } from './serve.mjs';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const playwright = require('playwright-core');
export const AxeBuilder = require('@axe-core/playwright').default;

export const kDist = fileURLToPath(new URL('../../web/dist', import.meta.url));
export const kPrefix = '/manicule/';

/** Where Debian keeps its browsers; other systems name theirs. */
export const kBrowsers = {
  chromium: (args = []) =>
    playwright.chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', ...args] }),
  firefox: () =>
    playwright.firefox.launch({ channel: 'moz-firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' }),
};

/** What a case returns that has nothing to try in this browser. */
export const kSkipped = Symbol('skipped');

/** A case gets `open()`, which gives a page of the served build, and `browser`, the browser's name. */
export async function runAll(suites, { browsers, only }) {
  let passed = 0;
  let failed = 0;
  // Side by side: most of the time a browser waits for something.
  const lane = async (name) => {
    const browser = await kBrowsers[name]();
    for (const [suite, cases] of Object.entries(suites)) {
      for (const [title, run] of Object.entries(cases)) {
        const label = `${name}: ${suite}: ${title}`;
        if (only && !label.includes(only)) continue;
        const started = Date.now();
        let outcome = await attempt(browser, name, run);
        if (outcome instanceof Error) {
          // Shared machines stall now and then; what fails twice is broken, and what fails once is told.
          console.log(`once ${label}\n${indent(outcome.stack)}`);
          outcome = await attempt(browser, name, run);
        }
        if (outcome === kSkipped) {
          console.log(`skip ${label}`);
        } else if (outcome instanceof Error) {
          failed += 1;
          console.log(`FAIL ${label}\n${indent(outcome.stack)}`);
        } else {
          passed += 1;
          console.log(`ok   ${label} (${Date.now() - started} ms)`);
        }
      }
    }
    await browser.close();
  };
  await Promise.all(browsers.map(lane));
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

/** What a case returns, or the Error it failed with. */
async function attempt(browser, name, run) {
  try {
    return await runCase(browser, name, run);
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem));
  }
}

/**
 * Whatever a case is about, the page must not complain on the console and must not ask anyone but its
 * own server for anything; `strict: false` is for the cases that provoke just that.
 */
async function runCase(browser, name, run) {
  const cleanups = [];
  const complaints = [];
  const open = async ({ context = {}, change, path = '', strict = true, wait = true } = {}) => {
    const site = await serve(kDist, kPrefix, change);
    cleanups.push(() => site.close());
    const tab = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1360, height: 900 }, serviceWorkers: 'block', ...context });
    cleanups.push(() => tab.close());
    const page = await tab.newPage();
    page.setDefaultTimeout(15_000);
    if (strict) {
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(site.origin) && !/^(blob|data):/.test(url)) complaints.push(`asked ${url}`);
      });
    }
    await page.goto(site.address + path);
    if (wait) await page.waitForSelector('.masthead');
    return { page, site, context: tab };
  };
  try {
    const outcome = await run({ open, browser: name });
    if (complaints.length) throw new Error(`the page complained:\n${complaints.join('\n')}`);
    return outcome;
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

/** Opens the French sample and waits until its names, figures and quotes are marked. */
export async function openSample(page, language = 'fr') {
  await page.click(`.sample-${language}`);
  await page.waitForSelector('.article mark.figure');
  await page.waitForSelector('.article mark.quote');
  // Names come last, when their model has loaded: the article is not drawn again after them.
  await page.waitForSelector('.article mark.person');
}

export const textsOf = (page, selector) => page.$$eval(selector, (found) => found.map((one) => one.textContent));

const indent = (text) => text.replace(/^/gm, '     ');
