/** Builds and serves the stock JSON Forms page, the peer of the form page. */
import react from '@vitejs/plugin-react';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

export interface Stock {
  url: string;
  stop: () => Promise<void>;
}

/** Production build, as ours is; served without any policy that it would break. */
export const startStock = async (): Promise<Stock> => {
  const outDir = mkdtempSync(join(tmpdir(), 'formwork-stock-'));
  const root = join(import.meta.dirname, 'stock');
  const shared = { root, configFile: false as const, logLevel: 'error' as const, plugins: [react()] };
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The stock page is not served');
  return {
    url,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
};
