import createManicule from './manicule.mjs';

const inNode = typeof process === 'object' && Boolean(process.versions?.node);

/** The bytes of a file of this package, in Node and in a page. */
async function read(name) {
  const url = new URL(name, import.meta.url);
  if (inNode) return (await import('node:fs/promises')).readFile(url);
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${name}: ${reply.status}`);
  return new Uint8Array(await reply.arrayBuffer());
}

async function load() {
  const [wasmBinary, list] = await Promise.all([read('manicule.wasm'), read('data/files.json')]);
  const core = await createManicule({ wasmBinary });
  const files = JSON.parse(new TextDecoder().decode(list));
  for (const name of files) {
    const wrong = core.loadModel(name, await read(`data/${name}`));
    if (wrong) throw new Error(wrong);
  }
  return core;
}

let core;

export async function annotate(text, options = {}) {
  core ??= load();
  const { json, error } = (await core).annotate(String(text), JSON.stringify(options));
  if (error) throw new Error(error);
  return JSON.parse(json);
}
