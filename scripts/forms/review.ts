/** `review`: what a branch changes about the forms, for whoever has to agree to it: problems, differences in words, PDFs before and after. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stableJson } from '../../engine/json.ts';
import { closePdf } from '../../server/platform/pdf/index.ts';
import { drawPdf } from './answers.ts';
import { partedFrom, writeFormsAt } from './at-ref.ts';
import { check, problemsIn } from './check.ts';
import { breakingFor, compare } from './differences.ts';
import { readLock } from './lock.ts';
import { readPackages, type Package } from './packages.ts';

export interface Reviewing {
  base: string;
  out: string;
}

const newestOf = (packages: readonly Package[]): Map<string, Package> =>
  new Map(packages.map((pack) => [pack.form, pack]));

/** Published versions that the branch changed or took away. */
const unpublished = (before: string, now: string): string[] => {
  const lock = readLock(now);
  return Object.entries(readLock(before)).flatMap(([form, versions]) =>
    Object.entries(versions)
      .filter(([version, hash]) => lock[form]?.[version] !== hash)
      .map(([version]) => `${form} ${version}`),
  );
};

/** Words of a form are words here too, whatever signs they hold. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>()#!|]/g, '\\$&').replaceAll('\n', ' ');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const bullets = (lines: readonly string[]): string[] => lines.map((line) => `- ${line}`);

const draw = async (pack: Package, out: string, name: string): Promise<string> => {
  try {
    writeFileSync(join(out, name), await drawPdf(pack));
    return name;
  } catch (error) {
    return `not drawn: ${escaped(reasonOf(error))}`;
  }
};

interface Pair {
  before: Package | undefined;
  after: Package;
}

/** What is told of one form. */
const told = async ({ before, after }: Pair, formsDir: string, out: string): Promise<string[]> => {
  const found = problemsIn(formsDir, after);
  const problems = found
    .slice(0, 50)
    .map(({ severity, path, line, message }) => `${severity}: ${path}:${line} ${escaped(message)}`);
  const pdfs = [
    ...(before === undefined ? [] : [`before: ${await draw(before, out, `${after.form}-before.pdf`)}`]),
    `after: ${await draw(after, out, `${after.form}-after.pdf`)}`,
  ];
  const head =
    before === undefined
      ? 'new form'
      : before.version === after.version
        ? 'changed in place'
        : `from ${before.version}`;
  return [
    '',
    `## ${after.form} ${after.version} (${head})`,
    '',
    ...changesOf(before, after),
    '',
    ...(found.length === 0 ? ['The check finds nothing wrong.'] : bullets(problems)),
    ...(found.length > problems.length ? [`- and ${found.length - problems.length} more`] : []),
    '',
    ...bullets(pdfs),
  ];
};

const changesOf = (before: Package | undefined, after: Package): string[] => {
  if (before === undefined) return ['This form is new.'];
  try {
    const { changes, drafts, proposed } = compare(before, after);
    if (changes.length === 0) return ['Nothing that a person would see differs.'];
    return [
      ...bullets(changes.map(({ level, words }) => `**${level}**: ${escaped(words)}`)),
      '',
      ...(drafts.length === 0 ? [] : [`${escaped(breakingFor(drafts))}.`]),
      ...(before.version === after.version ? [] : [`By these changes the version is ${proposed} or higher.`]),
    ];
  } catch (error) {
    return [`The two cannot be compared: ${escaped(reasonOf(error))}`];
  }
};

/** Writes the PDFs and `summary.md` into the folder; false when the check finds an error or a published version is not as it was. */
export const review = async (formsDir: string, { base, out }: Reviewing): Promise<boolean> => {
  const before = mkdtempSync(join(tmpdir(), 'formwork-before-'));
  try {
    const commit = partedFrom(formsDir, base);
    writeFormsAt(formsDir, commit, before);
    mkdirSync(out, { recursive: true });
    const well = await check(formsDir, [], {
      format: process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text',
      all: false,
    });

    const old = newestOf(readPackages(before));
    const now = newestOf(readPackages(formsDir));
    const changed = [...now.values()].filter(
      ({ form, files }) => stableJson(old.get(form)?.files) !== stableJson(files),
    );
    const gone = [...old.keys()].filter((form) => !now.has(form));
    const broken = unpublished(before, formsDir);

    const lines = [
      '# Forms: what this branch changes',
      '',
      `Against ${commit.slice(0, 10)}. ${well ? 'The check finds no error.' : '**The check finds errors.**'}`,
      ...(broken.length === 0
        ? []
        : ['', `**Published versions may not change, and these did: ${broken.join(', ')}.**`]),
      ...(gone.length === 0 ? [] : ['', `Taken away: ${gone.join(', ')}.`]),
      ...(changed.length === 0 ? ['', 'No form differs.'] : []),
    ];
    for (const after of changed) lines.push(...(await told({ before: old.get(after.form), after }, formsDir, out)));
    writeFileSync(join(out, 'summary.md'), `${lines.join('\n')}\n`);
    console.log(join(out, 'summary.md'));
    return well && broken.length === 0;
  } finally {
    await closePdf();
    rmSync(before, { recursive: true, force: true });
  }
};
