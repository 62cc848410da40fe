import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the worker imports as `manicule-core`: the module around `core/manicule.wasm`. */
export function coreModule(wasm: string): Plugin {
  const path = join(wasm, 'manicule.mjs');
  return {
    name: 'manicule-core-module',
    resolveId: (id) => (id === 'manicule-core' ? path : null),
    load(id) {
      if (id !== path) return null;
      if (!existsSync(path)) this.error(`${path} is missing: build the wasm preset first`);
      // The page hands the code over; here the bundler would take it for a file of its own.
      return readFileSync(path, 'utf8').replace(/new URL\("manicule\.wasm", ?import\.meta\.url\)\.toString\(\)/, '"manicule.wasm"');
    },
  };
}

/**
 * Puts the annotator beside the page: `core/manicule.wasm`, the models of every language as
 * `data/<lang>/…`, and `data/models.json`, which lists them by language.
 */
export function coreFiles(wasm: string, data: string): Plugin {
  return {
    name: 'manicule-core-files',
    apply: 'build',
    generateBundle() {
      const path = join(wasm, 'manicule.wasm');
      if (!existsSync(path)) this.error(`${path} is missing: build the wasm preset first`);
      this.emitFile({ type: 'asset', fileName: 'core/manicule.wasm', source: readFileSync(path) });
      const models: Record<string, string[]> = {};
      for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()) {
        if (!/\.(model|bin)$/.test(name)) continue;
        (models[name.split('/')[0]!] ??= []).push(name);
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: readFileSync(join(data, name)) });
      }
      this.emitFile({ type: 'asset', fileName: 'data/models.json', source: JSON.stringify(models) });
    },
  };
}
