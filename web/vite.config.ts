import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { budget } from './vite/budget.ts';
import { coreFiles, coreModule } from './vite/core-files.ts';
import { offline } from './vite/offline.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const wasm = here(process.env['MANICULE_WASM'] ?? '../build/wasm');

export default defineConfig({
  // Served from a folder of any name, as on GitHub Pages.
  base: './',
  worker: { format: 'es', plugins: () => [coreModule(wasm)] },
  build: { target: 'es2022', modulePreload: false },
  plugins: [coreFiles(wasm, here('../core/data')), offline(here('vite/service-worker.js'), here('public')), budget()],
  test: { include: ['test/**/*.test.ts'] },
});
