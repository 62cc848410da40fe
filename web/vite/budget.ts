import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a reader may have to download, gzipped: without the names of a language, and with them. */
const kFirstLoad = 700_000;
const kWithNames = 1_800_000;

/** Says what the page weighs and fails the build when it is too much. */
export function budget(): Plugin {
  return {
    name: 'manicule-budget',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        let page = 0;
        const languages = new Map<string, number>();
        for (const [name, file] of Object.entries(bundle)) {
          if (name === 'sw.js') continue;
          const size = gzipSync(file.type === 'chunk' ? file.code : file.source).length;
          const language = /^data\/(\w+)\//.exec(name)?.[1];
          if (language) languages.set(language, (languages.get(language) ?? 0) + size);
          else page += size;
        }
        const shared = languages.get('all') ?? 0;
        languages.delete('all');
        const names = Math.max(0, ...languages.values()) + (languages.size ? shared : 0);
        this.info(`first load ${kilobytes(page)} kB gzipped, ${kilobytes(page + names)} kB with the names of the largest language`);
        if (page > kFirstLoad || page + names > kWithNames) {
          this.error(`over the budget of ${kilobytes(kFirstLoad)} kB, or ${kilobytes(kWithNames)} kB with names`);
        }
      },
    },
  };
}

const kilobytes = (bytes: number) => Math.round(bytes / 1000);
