/** `check`: everything that is wrong with packages, at once, for people and for machines. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import pico from 'picocolors';
import type { DefinitionProblem } from '../../engine/author.ts';
import { plural } from '../../engine/index.ts';
import { readLock } from './lock.ts';
import { packageFolders, type Package, type PackageFolder } from './packages.ts';
import { judge, judgeAll } from './judging/judge.ts';

/** A problem with the file's path as one would open it. */
export interface Found extends DefinitionProblem {
  path: string;
}

export type Format = 'text' | 'json' | 'github' | 'sarif';

/** A block that is not frozen into the version stands in the folder of blocks. */
const pathOf = (formsDir: string, folder: string, file: string): string =>
  file.startsWith('shared/') && !existsSync(join(folder, file)) ? join(formsDir, file) : join(folder, file);

const found = (formsDir: string, { folder }: PackageFolder, problems: readonly DefinitionProblem[]): Found[] =>
  problems.map((problem) => ({ ...problem, path: relative(process.cwd(), pathOf(formsDir, folder, problem.file)) }));

/** The problems of one package, judged with what was published and what the council has set. */
export const problemsIn = (formsDir: string, pack: Package): Found[] => found(formsDir, pack, judge(formsDir, pack));

const inText = ({ path, line, column, severity, rule, message, hint }: Found): string => {
  const colour = severity === 'error' ? pico.red : pico.yellow;
  return `${pico.bold(`${path}:${line}:${column}`)} ${colour(severity)} ${message} ${pico.dim(`(${rule})`)}\n    ${hint}`;
};

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\n', '%0A');

const forGithub = ({ path, line, column, severity, rule, message, hint }: Found): string =>
  `::${severity} file=${path},line=${line},col=${column},title=${rule}::${escaped(`${message} ${hint}`)}`;

const asSarif = (found: readonly Found[]): unknown => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'formwork', rules: [...new Set(found.map(({ rule }) => rule))].map((id) => ({ id })) } },
      results: found.map(({ path, line, column, severity, rule, message, hint }) => ({
        ruleId: rule,
        level: severity,
        message: { text: `${message} ${hint}` },
        locations: [
          { physicalLocation: { artifactLocation: { uri: path }, region: { startLine: line, startColumn: column } } },
        ],
      })),
    },
  ],
});

const write: Readonly<Record<Format, (found: readonly Found[]) => string>> = {
  text: (found) => found.map(inText).join('\n'),
  json: (found) => JSON.stringify(found, null, 2),
  github: (found) => found.map(forGithub).join('\n'),
  sarif: (found) => JSON.stringify(asSarif(found), null, 2),
};

/** What was published never changes: a warning about it is for nobody who is at work on a form. */
const isPublished = (formsDir: string, { form, version }: PackageFolder): boolean =>
  readLock(formsDir)[form]?.[version] !== undefined;

/** Every problem of these packages that somebody can do something about. `all`: warnings about published versions too. */
export const problemsOfAll = async (
  formsDir: string,
  places: readonly PackageFolder[],
  all = false,
): Promise<Found[]> => {
  const judged = await judgeAll(formsDir, places);
  return places.flatMap((place, index) => {
    const spared = !all && isPublished(formsDir, place);
    const problems = judged[index] ?? [];
    return found(
      formsDir,
      place,
      problems.filter(({ severity }) => severity === 'error' || !spared),
    );
  });
};

/** From so many on, what one rule warns of in one file becomes one line. */
const few = 4;

/** What a file lacks line by line would hide the one thing that is wrong: one line for each file and rule, and how many more there are. */
export const gathered = (found: readonly Found[]): Found[] => {
  const keyOf = ({ path, rule }: Found): string => `${path}\n${rule}`;
  const warnings = Map.groupBy(
    found.filter(({ severity }) => severity === 'warning'),
    keyOf,
  );
  return found.flatMap((each) => {
    const alike = each.severity === 'warning' ? (warnings.get(keyOf(each)) ?? []) : [];
    if (alike.length < few) return [each];
    if (alike[0] !== each) return [];
    return [{ ...each, message: `${each.message} There are ${alike.length - 1} more like it in this file.` }];
  });
};

export interface Checking {
  format: Format;
  /** Everything: warnings about published versions, and each of those that are alike. */
  all: boolean;
}

/** Prints every problem; true when nothing keeps the packages from being used. */
export const check = async (
  formsDir: string,
  names: readonly string[],
  { format, all }: Checking,
): Promise<boolean> => {
  const places = packageFolders(formsDir, names);
  const problems = await problemsOfAll(formsDir, places, all);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const shown = all ? problems : gathered(problems);
  const text = write[format](shown);
  if (text !== '') console.log(text);
  if (format === 'text') {
    const verdict = `${plural(places.length, 'package')}: ${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')}`;
    console.log(errors > 0 ? pico.red(verdict) : pico.green(verdict));
    if (shown.length < problems.length)
      console.log(`${plural(problems.length - shown.length, 'warning')} like these left out: check --all`);
  }
  return errors === 0;
};
