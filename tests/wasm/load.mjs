import { readFile } from 'node:fs/promises';

export const root = new URL('../../', import.meta.url);
export const built = new URL('build/wasm/', root);

/** The module as the page loads it, its code handed over. */
export async function load() {
  const { default: createManicule } = await import(new URL('manicule.mjs', built));
  return createManicule({ wasmBinary: await readFile(new URL('manicule.wasm', built)) });
}

/** Annotates with a fresh document; fails where the module reports an error. */
export function annotate(core, text, options = {}) {
  const { json, error } = core.annotate(text, JSON.stringify(options));
  if (error) throw new Error(error);
  return JSON.parse(json);
}
