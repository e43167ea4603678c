/** Verdicts on packages, kept from one check to the next under a hash of all that they depend on. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DefinitionProblem } from '../../../engine/author.ts';
import { isObject } from '../../../engine/json.ts';
import type { Package } from '../packages.ts';

export type Verdicts = ReadonlyMap<string, DefinitionProblem[]>;

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'node_modules', '.cache', 'formwork-check');

const hashOf = (parts: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('base64url');
};

/** The engine itself, as it lies there: another engine may judge otherwise. */
const engine = (): string => {
  const files = readdirSync(join(root, 'engine'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join('engine', path),
  );
  return hashOf([
    process.version,
    ...[...files.sort(), 'package-lock.json'].map((path) => {
      const { size, mtimeMs } = statSync(join(root, path));
      return `${path} ${size} ${mtimeMs}`;
    }),
  ]);
};
let judgedBy: string | undefined;

/** All that the verdict on a package depends on. */
export const keyOf = (
  { form, version, files }: Package,
  publishedHash: string | undefined,
  surroundings: string,
): string =>
  hashOf([
    (judgedBy ??= engine()),
    ...[form, version, publishedHash ?? '', surroundings],
    ...Object.entries(files).flat(),
  ]);

/** One file for each folder of forms. */
const fileOf = (formsDir: string): string => join(folder, `${hashOf([resolve(formsDir)])}.json`);

const isText = (value: unknown): boolean => typeof value === 'string';

const isProblem = (value: unknown): value is DefinitionProblem =>
  isObject(value) &&
  [value['file'], value['pointer'], value['rule'], value['message'], value['hint']].every(isText) &&
  (value['severity'] === 'error' || value['severity'] === 'warning') &&
  typeof value['line'] === 'number' &&
  typeof value['column'] === 'number';

/** None where nothing was kept, or what was kept cannot be read. */
export const keptVerdicts = (formsDir: string): Verdicts => {
  try {
    const read: unknown = JSON.parse(readFileSync(fileOf(formsDir), 'utf8'));
    return new Map(
      Object.entries(isObject(read) ? read : {}).flatMap(([key, value]): [string, DefinitionProblem[]][] => {
        const list: unknown[] = Array.isArray(value) ? value : [undefined];
        const problems = list.filter(isProblem);
        return problems.length === list.length ? [[key, problems]] : [];
      }),
    );
  } catch {
    return new Map();
  }
};

/** So many verdicts that nothing asks for now are kept besides, for the check of one form among many. */
const spare = 2_000;

/** Keeps them for the next time; a machine on which nothing can be written judges again. */
export const keepVerdicts = (formsDir: string, verdicts: Verdicts, now: readonly string[]): void => {
  const current = new Set(now);
  const others = [...verdicts].filter(([key]) => !current.has(key)).slice(-spare);
  const kept = [...others, ...[...verdicts].filter(([key]) => current.has(key))];
  const file = fileOf(formsDir);
  try {
    mkdirSync(folder, { recursive: true });
    const written = `${file}.${process.pid}`;
    writeFileSync(written, JSON.stringify(Object.fromEntries(kept)));
    renameSync(written, file);
  } catch {
    // It is only quicker with them.
  }
};

/** For a folder of forms that is gone. */
export const forgetVerdicts = (formsDir: string): void => rmSync(fileOf(formsDir), { force: true });
