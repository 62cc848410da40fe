// How fast the module is and how much memory it takes, with a language's names loaded.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { load, root } from './load.mjs';

const kMegabyte = 1 << 20;
const program = fileURLToPath(new URL('build/release/manicule', root));
const article = readFileSync(new URL('tests/bench/article.txt', root), 'utf8');
const text = `${article}\n\n`.repeat(Math.ceil(kMegabyte / article.length));

const core = await load();
for (const name of ['all/names.bin', 'fr/entities.model']) {
  assert.equal(core.loadModel(name, readFileSync(new URL(`core/data/${name}`, root))), '');
}

/** Seconds that the fastest of some runs takes: the others were kept waiting by something else. */
function fastest(run, runs = 5) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times) / 1000;
}

test('an article takes less than 64 MB of memory, the names of its language loaded', () => {
  core.annotate(article.repeat(16), '{}');
  const used = core.HEAPU8.buffer.byteLength / kMegabyte;
  console.log(`# memory ${used} MB`);
  assert.ok(used < 64, `${used} MB`);
});

test('the module is half as fast as the command line, or faster', { skip: !existsSync(program) && 'no native build' }, () => {
  const native = (input) => fastest(() => execFileSync(program, ['annotate'], { input, maxBuffer: 64 * kMegabyte }));
  const wasm = fastest(() => core.annotate(text, '{}'));
  const whole = native(text) - native('');
  const tokens = text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu).length;
  console.log(`# ${Math.round(tokens / wasm / 1000)},000 tokens a second, ${Math.round((100 * whole) / wasm)} % of native`);
  // Aimed at 50 %: both are measured while other tests run.
  assert.ok(whole / wasm > 0.35, `${wasm} s against ${whole} s`);
});
