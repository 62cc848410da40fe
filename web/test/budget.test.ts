import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { budget } from '../vite/budget';

/** What the build says of files of these sizes, which do not get smaller by packing: null when it is content. */
function complaint(sizes: Record<string, number>): string | null {
  const plugin = budget() as unknown as { generateBundle: { handler(this: object, options: object, bundle: object): void } };
  const bundle = Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, { type: 'asset', source: randomBytes(size) }]));
  try {
    const context = { info: () => undefined, error: (message: string) => { throw new Error(message); } };
    plugin.generateBundle.handler.call(context, {}, bundle);
    return null;
  } catch (problem) {
    return (problem as Error).message;
  }
}

describe('the budget of the first load', () => {
  const page = { 'index.html': 2_000, 'core/manicule.wasm': 500_000 };

  it('lets through what is within it, with the names of every language', () => {
    expect(complaint({ ...page, 'data/fr/entities.model': 900_000, 'data/en/entities.model': 900_000, 'data/all/names.bin': 200_000 })).toBeNull();
  });

  it('stops a page that is too heavy, or its names', () => {
    expect(complaint({ ...page, 'assets/index.js': 250_000 })).toMatch(/over the budget of 700 kB/);
    expect(complaint({ ...page, 'data/fr/entities.model': 1_200_000, 'data/all/names.bin': 200_000 })).toMatch(/1800 kB/);
  });
});
