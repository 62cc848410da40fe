import { htmlToText } from './html-text';

export const kLongest = 20 * 1024 * 1024;

/** Why a file is refused, by its key in `strings.errors`. */
export class Refused extends Error {
  constructor(readonly reason: 'tooBig' | 'notText') {
    super(reason);
  }
}

/** The text of a file that a user dropped or chose; throws `Refused`. */
export async function readTextFile(file: Pick<File, 'size' | 'name' | 'arrayBuffer'>): Promise<string> {
  if (file.size > kLongest) throw new Refused('tooBig');
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  return /\.x?html?$/i.test(file.name) || /^\s*<(!doctype html|html)/i.test(text) ? htmlToText(text) : text;
}

/** UTF-8, UTF-16 with its byte order mark, else Windows-1252, which older systems still write. */
export function decode(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark) return new TextDecoder(mark).decode(bytes);
  if (bytes.includes(0)) throw new Refused('notText');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (!looksWritten(bytes)) throw new Refused('notText');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Text in a one-byte encoding is mostly letters and has next to no control characters. */
function looksWritten(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65536);
  let control = 0;
  let high = 0;
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) control += 1;
    if (byte >= 128) high += 1;
  }
  return control === 0 && high < sample.length * 0.3;
}
