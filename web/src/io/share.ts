import type { Article } from '../model/article';
import { parseSaved, savedFile } from './saved';

/** Longer links are cut by mail programs and chats. */
const kLongestLink = 30_000;

/** The article packed for the fragment of a link, which browsers never send; null when it is too long. */
export async function packFragment(article: Article): Promise<string | null> {
  const bytes = new TextEncoder().encode(savedFile(article));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  const fragment = `#a=${toBase64Url(packed)}`;
  return fragment.length <= kLongestLink ? fragment : null;
}

/** The article of a link's fragment; null when there is none. Throws on a damaged one. */
export async function unpackFragment(fragment: string): Promise<Article | null> {
  const match = /^#a=([\w-]+)$/.exec(fragment);
  if (!match) return null;
  const bytes = await through(fromBase64Url(match[1]!), new DecompressionStream('deflate-raw'));
  return parseSaved(new TextDecoder().decode(bytes));
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  // A failure shows on the readable side as well, where it is awaited.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
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
