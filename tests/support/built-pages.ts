/** The portal's pages, built anew from what lies in the folder, so that no journey runs over an old build. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds into a folder of its own and gives it, for `rendererDir`; whoever asked removes it. */
export const buildPages = async (): Promise<string> => {
  const outDir = mkdtempSync(join(tmpdir(), 'formwork-pages-'));
  await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    root: fileURLToPath(new URL('../../renderer', import.meta.url)),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
};
