import assert from 'node:assert/strict';
import { textsOf } from '../harness.mjs';

const kMarkup = `<html><head><style>p{}</style><script>window.ran = 1</script></head><body>
  <h1>Un titre</h1><p>Le premier paragraphe coûte <b>40&nbsp;%</b> de plus.<img src="x" onerror="window.ran = 2"></p>
  <ul><li>un point</li></ul><script>window.ran = 3</script><p>La fin,<br>sur deux lignes.</p></body></html>`;
const kPlain = 'Un titre\n\nLe premier paragraphe coûte 40\u00a0% de plus.\n\nun point\n\nLa fin,\nsur deux lignes.';

const fieldOf = (page) => page.evaluate(() => document.querySelector('.field').value);

/** What a drop of a file does, without a mouse to hold it. */
const drop = (page, name, bytes) =>
  page.evaluate(
    ([name, bytes]) => {
      const data = new DataTransfer();
      const contents = typeof bytes === 'number' ? new Uint8Array(bytes).fill(97) : new Uint8Array(bytes);
      data.items.add(new File([contents], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, typeof bytes === 'string' ? [...Buffer.from(bytes)] : bytes],
  );

const paste = (page, kinds) =>
  page.evaluate((kinds) => {
    const data = new DataTransfer();
    for (const [type, value] of Object.entries(kinds)) data.setData(type, value);
    const field = document.querySelector('.field');
    field.focus();
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: data });
    field.dispatchEvent(event);
  }, kinds);

export const cases = {
  async 'typed text is annotated as it is typed'({ open }) {
    const { page } = await open();
    await page.click('.field');
    await page.keyboard.type('Le prix du pain a augmenté de 12 % depuis mars 2024 dans toute la ville.');
    await page.waitForSelector('.backdrop mark.figure:text-is("12 %")');
    await page.waitForSelector('.list .item, .list .notice, .list .empty');
  },

  async 'marks behind the field stand exactly behind its words'({ open }) {
    const { page } = await open();
    await page.click('.sample-fr');
    await page.waitForSelector('.article mark.figure');
    await page.click('.modes button >> nth=0');
    await page.waitForSelector('.backdrop mark.figure');
    const [field, backdrop, text] = await page.evaluate(() => {
      const field = document.querySelector('.field');
      const backdrop = document.querySelector('.backdrop');
      return [field.scrollHeight, backdrop.scrollHeight, [...backdrop.children].map((line) => line.textContent.replace('\u200b', '')).join('\n') === field.value];
    });
    assert.ok(text, 'both hold the same text');
    assert.ok(Math.abs(field - backdrop) <= 2, `field ${field}, backdrop ${backdrop}`);
  },

  async 'a text that runs from right to left does so in every mode, its marks under its words'({ open }) {
    const { page } = await open();
    const words = '«ارتفعت الأسعار في كل المدن»';
    await page.fill('.field', `قال الوزير: ${words}، وأضاف أن الوضع صعب.\n\nThe price rose by 12 % in 2024.`);
    await page.waitForSelector('.backdrop mark.quote');
    const sides = (selector) =>
      page.$$eval(selector, (lines) =>
        lines.map((line) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          const text = range.getBoundingClientRect();
          const box = line.getBoundingClientRect();
          return text.left - box.left > box.right - text.right ? 'right' : 'left';
        }),
      );
    assert.deepEqual(await sides('.backdrop .line'), ['right', 'left']);
    assert.equal(await page.$eval('.field', (field) => getComputedStyle(field).unicodeBidi), 'plaintext');
    await page.click('.modes button >> nth=1');
    assert.deepEqual(await sides('.words'), ['right', 'left']);
    assert.deepEqual(await textsOf(page, '.article mark.quote'), [words]);
  },

  async 'without a text every mode says what to do'({ open }) {
    const { page } = await open();
    for (const mode of [0, 1, 2]) {
      await page.click(`.modes button >> nth=${mode}`);
      assert.ok((await page.innerText('main')).trim().length > 10, `mode ${mode}`);
    }
  },

  async 'pasted HTML gives text with its paragraphs, and no script runs'({ open }) {
    const { page } = await open();
    await paste(page, { 'text/html': kMarkup, 'text/plain': 'other' });
    assert.equal(await fieldOf(page), kPlain);
    assert.equal(await page.evaluate(() => window.ran), undefined);
  },

  async 'files are read: text, Markdown, HTML, Latin-1'({ open }) {
    const { page } = await open();
    await drop(page, 'a.txt', 'Prix : 30 %.');
    await page.waitForSelector('.words:has-text("Prix : 30 %.")');
    await drop(page, 'b.md', '# Titre\n\nSelon elle, 5 ans.');
    await page.waitForSelector('.words:has-text("Selon elle")');
    await drop(page, 'c.html', kMarkup);
    await page.waitForSelector('.words:has-text("sur deux lignes")');
    assert.equal((await textsOf(page, '.words')).join('\n'), kPlain.replaceAll('\n\n', '\n'));
    await drop(page, 'd.txt', [...Buffer.from('Un \xe9t\xe9 chaud', 'latin1')]);
    await page.waitForSelector('.words:has-text("Un été chaud")');
  },

  async 'files can be dropped anywhere, and words be moved within the field'({ open }) {
    const { page } = await open();
    const taken = await page.evaluate(() => {
      const over = (fill) => {
        const data = new DataTransfer();
        fill(data);
        const event = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector('.field').dispatchEvent(event);
        return event.defaultPrevented;
      };
      return [over((data) => data.items.add(new File(['x'], 'x.txt'))), over((data) => data.setData('text/plain', 'x'))];
    });
    assert.deepEqual(taken, [true, false]);
  },

  async 'a file that is not text, or too big, gets one clear sentence'({ open }) {
    const { page } = await open();
    await drop(page, 'a.png', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);
    await page.waitForSelector('.toast:has-text("n’est pas du texte")');
    await drop(page, 'b.txt', 20 * 1024 * 1024 + 1);
    await page.waitForSelector('.toast:has-text("20 Mo")');
    assert.equal(await fieldOf(page), '');
  },

  async 'newer text supersedes what is running'({ open }) {
    const { page } = await open();
    await page.click('.field');
    for (let n = 10; n < 40; n += 1) await page.fill('.field', `La ville compte ${n} % de jeunes de plus que sa voisine du sud.`);
    await page.waitForSelector('.backdrop mark.figure:text-is("39 %")');
    assert.deepEqual(await textsOf(page, '.backdrop mark.figure'), ['39 %']);
  },

  async 'only the changed paragraph is drawn again'({ open }) {
    const { page } = await open();
    await page.click('.sample-fr');
    await page.waitForSelector('.article mark.person'); // the names come last, and draw their lines again
    await page.click('.modes button >> nth=0');
    await page.waitForSelector('.backdrop mark.person');
    await page.evaluate(() => document.querySelectorAll('.backdrop .line').forEach((line) => (line.dataset.old = 'yes')));
    await page.evaluate(() => {
      const field = document.querySelector('.field');
      field.focus();
      const end = field.value.trimEnd().length;
      field.setSelectionRange(end, end);
    });
    await page.keyboard.type(' Soit 77 % de plus.');
    await page.waitForSelector('.backdrop mark.figure:text-is("77 %")');
    const fresh = await page.$$eval('.backdrop .line:not([data-old])', (lines) => lines.length);
    assert.equal(fresh, 1);
  },
};
