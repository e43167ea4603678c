/** Whether anything in the folder of packages has changed since it was read, told by names, times and sizes and without reading a file. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A file may go between the listing and the look. */
const lookedAt = async (path: string): Promise<string> => {
  try {
    const { mtimeMs, size } = await stat(path);
    return `${mtimeMs} ${size}`;
  } catch {
    return 'gone';
  }
};

/** The same text as long as no file of any package, block or lock is added, removed or written; `gone` where there is no folder. */
export const folderStamp = async (formsDir: string): Promise<string> => {
  try {
    const entries = await readdir(formsDir, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && /\.(json|lock)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    const looks = await Promise.all(paths.map(async (path) => [relative(formsDir, path), await lookedAt(path)]));
    return createHash('sha256').update(JSON.stringify(looks)).digest('hex');
  } catch {
    return 'gone';
  }
};
