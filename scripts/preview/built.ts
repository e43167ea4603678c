/** The portal's pages are built when they never were. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settings } from '../../server/core/config.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const ensureBuilt = async (): Promise<void> => {
  const { env, default: folder } = settings.rendererDir;
  if (process.env[env] !== undefined || existsSync(at(`${folder}/index.html`))) return;
  console.log('Building the pages');
  const { build } = await import('vite');
  await build({ configFile: at('vite.config.ts'), root: at('renderer'), logLevel: 'error' });
};
