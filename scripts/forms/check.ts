/** `check`: everything that is wrong with packages, at once, for people and for machines. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import pico from 'picocolors';
import { problemsOf, type DefinitionProblem } from '../../engine/author.ts';
import { readLock } from './lock.ts';
import { readPackage, readPackages, type Package } from './packages.ts';
import { councilSurroundings } from './settings.ts';

/** A problem with the file's path as one would open it. */
export interface Found extends DefinitionProblem {
  path: string;
}

export type Format = 'text' | 'json' | 'github' | 'sarif';

/** A block that is not frozen into the version stands in the folder of blocks. */
const pathOf = (formsDir: string, folder: string, file: string): string =>
  file.startsWith('shared/') && !existsSync(join(folder, file)) ? join(formsDir, file) : join(folder, file);

/** The problems of one package, judged with what was published and what the council has set. */
export const problemsIn = (formsDir: string, { form, version, folder, files }: Package): Found[] => {
  const publishedHash = readLock(formsDir)[form]?.[version];
  return problemsOf(files, {
    folder: { id: form, version },
    ...(publishedHash === undefined ? {} : { publishedHash }),
    ...councilSurroundings(),
  }).map((problem) => ({ ...problem, path: relative(process.cwd(), pathOf(formsDir, folder, problem.file)) }));
};

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

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** What was published and has a successor stays as it is: a warning about it is for nobody. */
const isPast = (formsDir: string, { form, version }: Package): boolean =>
  readLock(formsDir)[form]?.[version] !== undefined && readPackage(formsDir, form).version !== version;

/** Every problem of these packages that somebody can do something about. */
export const problemsOfAll = (formsDir: string, packages: readonly Package[]): Found[] =>
  packages.flatMap((each) => {
    const past = isPast(formsDir, each);
    return problemsIn(formsDir, each).filter(({ severity }) => severity === 'error' || !past);
  });

/** Prints every problem; true when nothing keeps the packages from being used. */
export const check = (formsDir: string, names: readonly string[], format: Format): boolean => {
  const packages = readPackages(formsDir, names);
  const found = problemsOfAll(formsDir, packages);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const text = write[format](found);
  if (text !== '') console.log(text);
  if (format === 'text') {
    const verdict = `${count(packages.length, 'package')}: ${count(errors, 'error')}, ${count(found.length - errors, 'warning')}`;
    console.log(errors > 0 ? pico.red(verdict) : pico.green(verdict));
  }
  return errors === 0;
};
