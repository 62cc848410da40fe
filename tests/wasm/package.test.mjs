// The npm package, packed and installed as a user would.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { built } from './load.mjs';

test('the package installs and annotates', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'manicule-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const run = (...command) =>
    execFileSync(command[0], command.slice(1), { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  run('npm', 'pack', '--silent', fileURLToPath(new URL('package/', built)));
  const [archive] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"type": "module", "private": true}');
  run('npm', 'install', '--silent', '--offline', '--no-audit', '--no-fund', `./${archive}`);
  writeFileSync(
    join(folder, 'use.js'),
    `import { annotate } from 'manicule';
     const { language, blocks } = await annotate('Bonjour.', { lang: 'fr' });
     const refusal = await annotate('x', { lang: 'xx' }).catch((error) => error.message);
     console.log(JSON.stringify({ language, blocks: blocks.length, refusal }));`,
  );
  const { language, blocks, refusal } = JSON.parse(run(process.execPath, 'use.js'));
  assert.equal(language, 'fr');
  assert.equal(blocks, 1);
  assert.match(refusal, /unknown language 'xx'/);
});
