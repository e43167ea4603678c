/** The forms as they stand at a commit of the repository that they lie in. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const git = (folder: string, ...words: string[]): string =>
  execFileSync('git', ['-C', folder, ...words], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The commit from which the work on the forms went out: where it and `base` parted. Throws when there is no such commit. */
export const partedFrom = (formsDir: string, base: string): string => {
  try {
    return git(formsDir, 'merge-base', base, 'HEAD').trim();
  } catch {
    throw new Error(`git does not know “${base}”: name a branch or commit with --base`);
  }
};

/** Writes all files of the folder of forms, as that commit has them, into `out`; none when it had no such folder. */
export const writeFormsAt = (formsDir: string, commit: string, out: string): void => {
  mkdirSync(out, { recursive: true });
  const prefix = git(formsDir, 'rev-parse', '--show-prefix').trim();
  const paths = git(formsDir, 'ls-tree', '-r', '-z', '--name-only', '--full-tree', commit, '--', prefix)
    .split('\0')
    .filter((path) => path.endsWith('.json') || path.endsWith('.lock'));
  for (const path of paths) {
    const file = join(out, relative(prefix, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, git(formsDir, 'show', `${commit}:${path}`));
  }
};
