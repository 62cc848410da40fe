import { describe, expect, it } from 'vitest';
import type { Database } from '../src/io/database';
import { decode, readTextFile } from '../src/io/files';
import { Keeper } from '../src/io/keeper';
import { parseSaved, savedFile } from '../src/io/saved';
import { packFragment, unpackFragment } from '../src/io/share';
import { newArticle } from '../src/model/article';
import { setStatus } from '../src/model/decide';
import { checklist } from '../src/model/items';
import { kEmptyReview } from '../src/model/review';
import { kText, sampleArticle, sampleDocument } from './sample';

const { items } = checklist(sampleDocument(), kEmptyReview, kText);
const checked = sampleArticle(setStatus(kEmptyReview, items, kText, 'confirmed'));

describe('a saved article', () => {
  it('comes back with its text and checks, as an article of its own', () => {
    const back = parseSaved(savedFile(checked));
    expect([back.text, back.review]).toEqual([checked.text, checked.review]);
    expect(back.id).not.toBe(checked.id);
  });

  it('holds what was found in it, for others to read', () => {
    expect(JSON.parse(savedFile(checked, sampleDocument())).annotations).toEqual(sampleDocument());
  });

  it.each(['{}', '[]', 'null', '{"format":"manicule-article/1","text":"x","review":{"checks":[{}]}}', 'not json'])('is not %s', (json) => {
    expect(() => parseSaved(json)).toThrow();
  });
});

describe('keeping', () => {
  it('writes the newest version last, and goes on after a failure, of which it tells once', async () => {
    const written: string[] = [];
    const told: string[] = [];
    let full = false;
    const database = { put: async ({ text }: { text: string }) => (full ? Promise.reject(new Error('full')) : written.push(text)) };
    const keeper = new Keeper(database as unknown as Database, ({ text }) => told.push(text), () => told.push('failed'));
    const keep = (text: string) => keeper.keep({ ...checked, text });
    ['a', 'b', 'c'].forEach(keep);
    await keeper.settled();
    expect(written).toEqual(['a', 'c']);
    full = true;
    ['d', 'e'].forEach(keep);
    await keeper.settled();
    full = false;
    keep('f');
    await keeper.settled();
    expect(written).toEqual(['a', 'c', 'f']);
    expect(told).toEqual(['a', 'c', 'failed', 'f']);
  });

  it('writes every article that comes while another is written', async () => {
    const written: string[] = [];
    const database = { put: async ({ text }: { text: string }) => written.push(text) };
    const keeper = new Keeper(database as unknown as Database, () => undefined, () => undefined);
    for (const text of ['one', 'two', 'three']) keeper.keep(newArticle(text));
    await keeper.settled();
    expect(written).toEqual(['one', 'two', 'three']);
  });
});

describe('a link', () => {
  it('carries the article with its checks', async () => {
    const fragment = await packFragment(checked);
    expect(fragment).toMatch(/^#a=[\w.-]+$/);
    const back = await unpackFragment(fragment!);
    expect([back?.text, back?.review]).toEqual([checked.text, checked.review]);
  });

  it('is refused for a long article', async () => {
    const noise = Array.from({ length: 60_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join('');
    expect(await packFragment({ ...checked, text: noise })).toBeNull();
  });

  it('that is damaged says so', async () => {
    const fragment = await packFragment(checked);
    for (const damaged of ['#a=AAAA', '#a=', fragment!.slice(0, -3), fragment!.replace('.', '.x')]) {
      await expect(unpackFragment(damaged)).rejects.toThrow();
    }
    expect(await unpackFragment('#other')).toBeNull();
  });
});

describe('a file', () => {
  const file = (name: string, bytes: number[] | string, size?: number) => {
    const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
    return { name, size: size ?? data.length, arrayBuffer: async () => data.buffer as ArrayBuffer };
  };

  it('is UTF-8, UTF-16 or Windows-1252', () => {
    expect(decode(new TextEncoder().encode('été'))).toBe('été');
    expect(decode(new Uint8Array([0xff, 0xfe, 0xe9, 0]))).toBe('é');
    expect(decode(new Uint8Array([0xe9, 0x74, 0xe9, 0x20, 0x66, 0x72, 0x61, 0x69, 0x73]))).toBe('été frais');
  });

  it('is refused when it is no text or over 20 MB', async () => {
    await expect(readTextFile(file('a.png', [0x89, 0x50, 0, 1]))).rejects.toThrow('notText');
    await expect(readTextFile(file('a.bin', [0xff, 1, 2, 0xfe, 3]))).rejects.toThrow('notText');
    await expect(readTextFile(file('a.txt', 'x', 20 * 1024 * 1024 + 1))).rejects.toThrow('tooBig');
    expect(await readTextFile(file('a.txt', 'x'))).toBe('x');
  });
});
