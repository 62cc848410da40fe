import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes `sw.js` from its template: the files to keep (everything but the models, which are kept when
 * they are used) and a version that changes with any of them.
 */
export function offline(template: string, publicFolder: string): Plugin {
  return {
    name: 'manicule-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hash = createHash('sha256').update(readFileSync(template));
        const files = ['./'];
        for (const [name, file] of Object.entries(bundle)) {
          hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
          if (name !== 'index.html' && !/^data\/.*\/|\.map$/.test(name)) files.push(name);
        }
        for (const name of readdirSync(publicFolder)) {
          hash.update(readFileSync(join(publicFolder, name)));
          files.push(name);
        }
        const source = readFileSync(template, 'utf8')
          .replace('__VERSION__', hash.digest('hex').slice(0, 12))
          .replace("['__FILES__']", JSON.stringify(files.sort()));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}
