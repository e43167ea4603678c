/** `publish`: locks a version by its SHA-256. From then on its files may not change. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pico from 'picocolors';
import { diff, gravest, nextVersion, plural } from '../../engine/index.ts';
import { problemsIn } from './check.ts';
import { compiled } from './compiled.ts';
import { readLock, writeLock } from './lock.ts';
import { byVersion, readPackage, type Package } from './packages.ts';

const publishedBefore = (formsDir: string, { form, version }: Package): string | undefined =>
  Object.keys(readLock(formsDir)[form] ?? {})
    .filter((other) => byVersion(other, version) < 0)
    .sort(byVersion)
    .at(-1);

/** A version whose number promises less change than there is would mislead whoever reads it. */
const numberFits = (formsDir: string, next: Package, asked: string): boolean => {
  const before = publishedBefore(formsDir, next);
  if (before === undefined) return true;
  const changes = diff(compiled(readPackage(formsDir, next.form, before)), compiled(next));
  const least = nextVersion(before, gravest(changes));
  if (byVersion(asked, least) >= 0) return true;
  console.log(pico.red(`${next.form} ${asked} changes more than its number says; call it ${least} or higher:`));
  for (const { level, words } of changes) if (level === gravest(changes)) console.log(`  ${level}: ${words}`);
  return false;
};

/** A published version has its own copies of the blocks that it names, so that a later change to a block cannot reach it. */
const freezeBlocks = ({ folder, files }: Package): void => {
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith('shared/')) continue;
    mkdirSync(join(folder, 'shared'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** False, with the reason printed, when it cannot be published. */
export const publish = (formsDir: string, form: string, version?: string): boolean => {
  const next = readPackage(formsDir, form, version);
  const lock = readLock(formsDir);
  if (lock[form]?.[next.version] !== undefined) {
    console.log(
      pico.red(`${form} ${next.version} is published. Make a new version: npm run forms -- new-version ${form}`),
    );
    return false;
  }
  const problems = problemsIn(formsDir, next);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    console.log(pico.red(`${form} ${next.version} has ${plural(errors, 'error')}: npm run forms -- check ${form}`));
    return false;
  }
  if (!numberFits(formsDir, next, next.version)) return false;
  const { hash } = compiled(next).definition;
  freezeBlocks(next);
  writeLock(formsDir, { ...lock, [form]: { ...lock[form], [next.version]: hash } });
  console.log(pico.green(`${form} ${next.version} is published as ${hash}`));
  const warnings = problems.length;
  if (warnings > 0)
    console.log(
      pico.yellow(`It was published with ${plural(warnings, 'warning')} of the check: npm run forms -- check ${form}`),
    );
  console.log('For programs that read submissions: npm run forms -- types');
  return true;
};
