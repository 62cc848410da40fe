import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves `root` under `prefix` ("/manicule/") on a free port of localhost, gzipped, with no headers of
 * its own, as GitHub Pages does. `requests` lists every path that was asked for. `change(path, text)`
 * may return another text for a script, to see what a broken or hostile one could do.
 */
export async function serve(root, prefix, change = () => null) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(request.url);
    const file = path.startsWith(prefix) && join(root, normalize(path.slice(prefix.length)) || '.');
    const found = file && [file, join(file, 'index.html')].find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
    if (!found) return response.writeHead(404).end('not found');
    const type = kTypes[extname(found)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' });
    const bytes = readFileSync(found);
    response.end(gzipSync(/\.m?js$/.test(found) ? (change(path, bytes.toString()) ?? bytes) : bytes, { level: 1 }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    address: `http://127.0.0.1:${port}${prefix}`,
    requests,
    close: () => server.close(),
  };
}
