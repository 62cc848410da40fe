import type { Article } from '../model/article';
import { parseSaved, savedFile } from './saved';

/** Longer links are cut by mail programs and chats. */
const kLongestLink = 30_000;

/** The article packed for the fragment of a link, which browsers never send; null when it is too long. */
export async function packFragment(article: Article): Promise<string | null> {
  const bytes = new TextEncoder().encode(savedFile(article));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  const data = toBase64Url(packed);
  const fragment = `#a=${checksum(data)}.${data}`;
  return fragment.length <= kLongestLink ? fragment : null;
}

/** The article of a link's fragment; null when there is none. Throws on a damaged one. */
export async function unpackFragment(fragment: string): Promise<Article | null> {
  const match = /^#a=([^.]*)\.?(.*)$/.exec(fragment);
  if (!match) return null;
  const [, sum, data = ''] = match;
  if (sum !== checksum(data)) throw new TypeError('cut or changed on its way');
  const bytes = await through(fromBase64Url(data), new DecompressionStream('deflate-raw'));
  return parseSaved(new TextDecoder().decode(bytes));
}

/** FNV-1a: mail programs and chats cut long links, which should be told before unpacking. */
function checksum(data: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < data.length; i += 1) hash = Math.imul(hash ^ data.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
