/** The portal's pages as their sources are now, so that no journey runs over an old build; built once for all that ask. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { digest, pageSources, pagesStamp } from '../../scripts/digest.mjs';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/pages');

/** The folder with the pages for the sources of this digest: what `npm start` built, or a build that is kept for tests. */
const builtFor = async (sources: string): Promise<string> => {
  const stamp = join(root, pagesStamp);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return join(root, 'dist/renderer');
  const kept = join(cache, sources);
  if (existsSync(kept)) return kept;
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'building-'));
  // Vitest's own word for it would have React check everything twice, as no page that people open does.
  const called = process.env['NODE_ENV'] ?? 'production';
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(root, 'vite.config.ts'),
      root: join(root, 'renderer'),
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    process.env['NODE_ENV'] = called;
  }
  try {
    renameSync(outDir, kept);
  } catch (error) {
    // Another file's tests have built the same meanwhile.
    rmSync(outDir, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
  return kept;
};

/** Gives a folder of its own with the pages, for `rendererDir`; whoever asked removes it. */
export const buildPages = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-pages-'));
  cpSync(await builtFor(digest(pageSources)), folder, { recursive: true });
  return folder;
};
