import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { kPrefix, openSample } from '../harness.mjs';

/** Another origin that would be glad to hear something. */
async function listener() {
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { heard, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export const cases = {
  async 'text cannot be sent away from the page'({ open }) {
    const ear = await listener();
    try {
      const { page } = await open({ strict: false });
      await openSample(page);
      const refused = await page.evaluate(async (address) => {
        const fetched = await fetch(`${address}/fetch`).then(() => 'sent', () => 'refused');
        const imported = await import(`${address}/import.mjs`).then(() => 'sent', () => 'refused');
        const image = await new Promise((resolve) => {
          const picture = new Image();
          picture.onload = () => resolve('sent');
          picture.onerror = () => resolve('refused');
          picture.src = `${address}/image`;
        });
        const socket = await new Promise((resolve) => {
          try {
            const socket = new WebSocket(address.replace('http', 'ws'));
            socket.onopen = () => resolve('sent');
            socket.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        });
        const form = document.createElement('form');
        form.action = `${address}/form`;
        form.method = 'post';
        document.body.append(form);
        // Firefox throws, Chromium keeps silent: whether anything was heard is what counts.
        for (const attempt of [() => navigator.sendBeacon(`${address}/beacon`, 'text'), () => form.submit()]) {
          try {
            attempt();
          } catch {
            continue;
          }
        }
        return { fetched, imported, image, socket };
      }, ear.address);
      assert.deepEqual(refused, { fetched: 'refused', imported: 'refused', image: 'refused', socket: 'refused' });
      // The same request from outside the page is heard: the silence above means something.
      await fetch(`${ear.address}/control`);
      assert.deepEqual(ear.heard, ['/control']);
    } finally {
      ear.close();
    }
  },

  async 'text cannot be sent away from the worker'({ open }) {
    const ear = await listener();
    try {
      const attempt = `
        ;(async () => {
          const sent = (url) => fetch(url).then(() => 'sent', () => 'refused');
          const loaded = await import('${ear.address}/import.mjs').then(() => 'sent', () => 'refused');
          const fetched = await sent('${ear.address}/fetch');
          fetch(new URL('tried?' + fetched + '-' + loaded, self.maniculeBase));
        })();`;
      const { page, site } = await open({ strict: false, change: (path, text) => (/worker-[^/]*\.js$/.test(path) ? text + attempt : null) });
      for (let n = 0; n < 100 && !site.requests.some((url) => url.includes('tried')); n += 1) await page.waitForTimeout(50);
      assert.ok(site.requests.includes(`${kPrefix}tried?refused-refused`), site.requests.filter((url) => url.includes('tried')).join() || 'never tried');
      assert.deepEqual(ear.heard, []);
    } finally {
      ear.close();
    }
  },

  async 'markup cannot become script'({ open, browser }) {
    const { page } = await open({ strict: false });
    const result = await page.evaluate(() => {
      if (!window.trustedTypes) return 'not supported';
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
        return 'written';
      } catch {
        return 'refused';
      }
    });
    assert.ok(result === 'refused' || (browser === 'firefox' && result === 'not supported'), result);
  },
};
