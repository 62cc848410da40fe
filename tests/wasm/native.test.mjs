// The module and the command line are the same annotator.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { load, root } from './load.mjs';

const core = await load();
const program = fileURLToPath(new URL('build/release/manicule', root));

const models = new URL('build/wasm/package/data/', root);
for (const name of JSON.parse(readFileSync(new URL('files.json', models), 'utf8'))) {
  assert.equal(core.loadModel(name, readFileSync(new URL(name, models))), '');
}

const texts = [new URL('tests/bench/article.txt', root)];
const seeds = new URL('tests/fuzz/seeds/', root);
for (const name of readdirSync(seeds)) {
  if (name.endsWith('.txt')) texts.push(new URL(name, seeds));
}

for (const file of texts) {
  const name = file.pathname.split('/').pop();
  test(`${name} gives the same document`, { skip: !existsSync(program) && 'no native build' }, () => {
    const bytes = readFileSync(file);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const native = execFileSync(program, ['annotate'], { input: Buffer.from(text), encoding: 'utf8' });
    const { json, error } = core.annotate(text, '{}');
    assert.equal(error, '');
    assert.deepEqual(JSON.parse(json), JSON.parse(native));
  });
}
