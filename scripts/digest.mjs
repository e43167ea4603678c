// A digest over files and folders, which tells whether what was made from them is still right. No dependencies.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the pages are built from. */
export const pageSources = ['renderer', 'engine', 'wire', 'vite.config.ts', 'package-lock.json'];

/** Where it stands for which sources `dist/` was built. */
export const pagesStamp = 'dist/.formwork-built';

/**
 * By name and content; hexadecimal.
 * @param {readonly string[]} paths from the project's folder
 * @returns {string}
 */
export const digest = (paths) => {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');
};
