import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts the annotator beside the page: `core/manicule.{mjs,wasm}`, the models of every language as
 * `data/<lang>/…`, and `data/models.json`, which lists them by language.
 */
export function coreFiles(wasm: string, data: string): Plugin {
  return {
    name: 'manicule-core-files',
    apply: 'build',
    generateBundle() {
      for (const name of ['manicule.mjs', 'manicule.wasm']) {
        const path = join(wasm, name);
        if (!existsSync(path)) this.error(`${path} is missing: build the wasm preset first`);
        this.emitFile({ type: 'asset', fileName: `core/${name}`, source: readFileSync(path) });
      }
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
