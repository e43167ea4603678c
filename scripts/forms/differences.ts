/** `diff`: what one version changes against another, question by question, in words. */
import { isObject, textOf } from '../../engine/json.ts';
import pico from 'picocolors';
import { carry, diff, gravest, nextVersion, validate, type Change, type CompiledForm } from '../../engine/index.ts';
import { compiled } from './compiled.ts';
import { readPackage, readPackages, type Package } from './packages.ts';

/** The recorded answers that the older version accepts and that lose an answer, or are refused, in the newer one. */
const broken = (before: Package, old: CompiledForm, now: CompiledForm): string[] =>
  Object.entries(before.files).flatMap(([path, text]) => {
    if (!path.startsWith('examples/')) return [];
    const example: unknown = JSON.parse(text);
    if (!isObject(example) || !isObject(example['answers'])) return [];
    const { answers, today, title } = example;
    const context = { today: textOf(today), values: isObject(example['context']) ? example['context'] : {} };
    const refused = (form: CompiledForm, given: typeof answers): boolean =>
      validate(form, given, 'all', context).some(({ level }) => level === 'error');
    if (refused(old, answers)) return [];
    const { answers: carried, unplaced } = carry(old, now, answers);
    return unplaced.length > 0 || refused(now, carried) ? [textOf(title)] : [];
  });

const colours: Readonly<Record<Change['level'], (text: string) => string>> = {
  wording: pico.dim,
  compatible: pico.green,
  breaking: pico.red,
};

export interface Comparison {
  changes: Change[];
  /** Titles of the recorded answers that the older version takes and the newer one does not. */
  drafts: string[];
  /** The lowest number that these changes call for. */
  proposed: string;
}

/** What one version changes against another; throws when either cannot be read. */
export const compare = (before: Package, after: Package): Comparison => {
  const [old, now] = [compiled(before), compiled(after)];
  const changes = diff(old, now);
  return { changes, drafts: broken(before, old, now), proposed: nextVersion(before.version, gravest(changes)) };
};

/** The drafts for which the changes are breaking, in words; nothing when there are none. */
export const breakingFor = (drafts: readonly string[]): string =>
  drafts.length === 0
    ? ''
    : `Breaking for ${drafts.length} kind${drafts.length === 1 ? '' : 's'} of draft: ${drafts.join('; ')}`;

/** Prints the changes from one version to another; by default from the one before the newest to the newest. */
export const differences = (formsDir: string, form: string, from?: string, to?: string, json = false): void => {
  const before = from === undefined ? readPackages(formsDir, [form]).at(-2) : readPackage(formsDir, form, from);
  const after = readPackage(formsDir, form, to);
  if (before === undefined) throw new Error(`${form} has only one version`);
  const { changes, drafts, proposed } = compare(before, after);
  if (json) {
    console.log(JSON.stringify({ form, from: before.version, to: after.version, changes, drafts, proposed }, null, 2));
    return;
  }
  console.log(pico.bold(`${form} ${before.version} → ${after.version}`));
  for (const { level, words } of changes) console.log(`  ${colours[level](level.padEnd(10))} ${words}`);
  if (changes.length === 0) console.log('  Nothing differs');
  if (drafts.length > 0) console.log(breakingFor(drafts));
  if (changes.length > 0) console.log(`By these changes the version is ${proposed} or higher`);
};
