// The module for WebAssembly: what only the way in and out of JavaScript can break.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { annotate, built, load, root } from './load.mjs';

const core = await load();

const block = (text) => {
  const { start, end } = annotate(core, text).blocks[0];
  return text.slice(start, end);
};

test('an article gives a document of the promised shape', () => {
  const document = annotate(core, '«\u00A0Oui\u00A0», dit-elle. Le prix monte de 20\u00A0% le 3 mai.', {
    lang: 'fr',
    date: '2025-02-26',
  });
  assert.equal(document.format, 'manicule/1');
  assert.equal(document.offsets, 'utf-16');
  assert.equal(document.language, 'fr');
  assert.equal(document.date, '2025-02-26');
  for (const layer of ['blocks', 'entities', 'figures', 'quotes', 'alerts']) {
    assert.ok(Array.isArray(document[layer]), layer);
  }
});

test('offsets work in text.slice()', () => {
  assert.equal(block('  plain  '), 'plain');
  assert.equal(block(' \u{1F600}\u{1F469}\u200D\u{1F680} after an emoji '), '\u{1F600}\u{1F469}\u200D\u{1F680} after an emoji');
  assert.equal(block('\u00A0e\u0301te\u0301 '), 'e\u0301te\u0301');
});

test('a lone surrogate counts one unit and swallows nothing', () => {
  for (const lone of ['\uD800', '\uDC00', '\uDC00\uD800']) {
    const text = `  a${lone}b, ${lone}, fin${lone}`;
    assert.equal(block(text), text.slice(2));
  }
});

test('NUL is a character like others', () => {
  const text = 'one \u0000 two\u0000three';
  assert.equal(block(text), text);
});

test('an empty text is an article without anything', () => {
  const document = annotate(core, '');
  assert.deepEqual(document.blocks, []);
  assert.equal(document.language, 'und');
});

test('bad options come back as one sentence, never as an exception', () => {
  const bad = {
    '{"lang":"xx"}': /unknown language 'xx'/,
    '{"lang":3}': /'lang' is not a string/,
    '{"date":"2025-13-45"}': /'2025-13-45' is not a date/,
    '{"messages":"xx"}': /unknown language 'xx'/,
    '{"disable":"all"}': /'disable' is not a list/,
    '[]': /not a JSON object/,
    '': /not a JSON object/,
    '{"lang": "fr"': /not a JSON object/,
    '\uD800': /not a JSON object/,
  };
  for (const [options, message] of Object.entries(bad)) {
    const { json, error } = core.annotate('Un texte.', options);
    assert.equal(json, '', options);
    assert.match(error, message);
    assert.doesNotMatch(error, /\n/);
  }
});

test('after an error the next call works', () => {
  core.annotate('x', 'no JSON');
  assert.equal(annotate(core, 'x', { lang: 'fr' }).language, 'fr');
});

test('a model that is none is refused with a reason', () => {
  const nothing = core.loadModel('fr/entities.model', new Uint8Array());
  const noise = core.loadModel('fr/entities.model', new Uint8Array([1, 2, 3, 255]));
  for (const error of [nothing, noise, core.loadModel('../x', new Uint8Array(4))]) {
    assert.equal(typeof error, 'string');
    assert.notEqual(error, '');
  }
});

test('a megabyte is done in seconds, twice the same', () => {
  const sentence = 'Mme Le Guen a dit : «\u00A0Nous vendrons 1\u00A0200 bateaux, soit 20\u00A0% de plus\u00A0». ';
  const text = sentence.repeat(Math.ceil(1e6 / sentence.length));
  const start = performance.now();
  const first = annotate(core, text, { lang: 'fr' });
  const seconds = (performance.now() - start) / 1000;
  assert.ok(seconds < 20, `${seconds} s`);
  const again = annotate(core, text, { lang: 'fr' });
  assert.deepEqual(again, first);
});

test('the code builds no functions from strings', async () => {
  const code = await readFile(new URL('manicule.mjs', built), 'utf8');
  assert.doesNotMatch(code, /new Function\(|\beval\(/);
});

test('the code weighs less than 450 kB gzipped', () => {
  execFileSync('sh', [fileURLToPath(new URL('wasm/size.sh', root)), '450', fileURLToPath(built)], {
    stdio: 'pipe',
  });
});
