/** Tells when anything in some folders changes. */
import { existsSync, readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; all of them are one change. */
const quietFor = 150;
const lookEvery = 1000;

/** A folder and all that are in it; none where it is missing. */
export const foldersUnder = (folder: string): string[] =>
  existsSync(folder)
    ? [
        folder,
        ...readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .flatMap(({ name }) => foldersUnder(join(folder, name))),
      ]
    : [];

/** Name, size and time of everything there. */
const trace = (folders: readonly string[]): string =>
  folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .map((path) => {
      const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
      return `${path} ${mtimeMs} ${size}`;
    })
    .join('\n');

/**
 * Calls `changed` once things are quiet after a change in one of the folders. Each folder is watched by itself, since not every system watches a
 * tree; where none can be watched, they are looked at every second. Gives the way to stop.
 */
export const watchFolders = (folders: () => string[], changed: () => void): (() => void) => {
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  const notice = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      follow();
      changed();
    }, quietFor);
  };

  const look = (): void => {
    if (looking !== undefined) return;
    let before = trace(folders());
    looking = setInterval(() => {
      const now = trace(folders());
      if (now !== before) notice();
      before = now;
    }, lookEvery);
  };

  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  /** Watches folders that are new, and lets go of those that are gone. */
  function follow(): void {
    const now = folders();
    for (const folder of watchers.keys()) if (!now.includes(folder)) drop(folder);
    for (const folder of now) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, notice);
        watcher.on('error', () => {
          drop(folder);
          look();
        });
        watchers.set(folder, watcher);
      } catch {
        look();
      }
    }
  }

  follow();
  return () => {
    clearTimeout(waiting);
    clearInterval(looking);
    for (const folder of [...watchers.keys()]) drop(folder);
  };
};
