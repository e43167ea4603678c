/** From the files of a package to a definition, or to everything that stands in the way. */
import { circularReferences } from '../model/circles.ts';
import type { FormDefinition } from '../model/definition.ts';
import { readPackage } from '../package/package.ts';
import type { FormPackage, PackageFiles } from '../package/package.ts';
import type { DefinitionProblem, Finding } from './problem.ts';
import { exampleRules, formRules, rules } from './rules/index.ts';
import { placeOf } from './place.ts';
import type { CheckContext, Rule } from './rules/rule.ts';
import { schemaModel } from '../model/schema-model.ts';
import { uiModel } from './ui-model.ts';

export type Parsed = { definition: FormDefinition } | { problems: DefinitionProblem[] };

/** What is known about a package besides its files. */
export type Surroundings = Pick<
  CheckContext,
  'folder' | 'publishedHash' | 'linkSettings' | 'councilContacts' | 'councilIdentifiers' | 'knownValues' | 'teams'
>;

/**
 * Reads a package. It is a definition when every file is there, is JSON and has the form of its kind; whether the files agree
 * with one another is for `problemsOf`, at publishing.
 */
export const parse = (files: PackageFiles): Parsed => {
  const read = readPackage(files);
  const problems = run(formRules, read).filter(({ severity }) => severity === 'error');
  const definition = problems.length === 0 ? definitionOf(read) : undefined;
  return definition === undefined ? { problems } : { definition };
};

/** Every problem of a package at once, in the order of files and lines. Never throws for what stands in the files. */
export const problemsOf = (files: PackageFiles, surroundings: Surroundings = {}): DefinitionProblem[] => {
  const read = readPackage(files);
  const { schema, ui, uiReferences } = read;
  // A schema that contains itself has no end of places.
  const answers = schema && circularReferences(schema).length === 0 ? schemaModel(schema) : undefined;
  const pages = answers && ui && uiReferences && uiModel(ui, uiReferences, answers);
  const context = { ...read, ...surroundings, ...(answers && { answers }), ...(pages && { pages }) };
  const found = run(
    rules.filter((rule) => !exampleRules.includes(rule)),
    context,
  );
  return found.some(({ severity }) => severity === 'error')
    ? found
    : [...found, ...run(exampleRules, context)].sort(inOrder);
};

/** `undefined` where a part cannot be read. */
export const definitionOf = ({
  manifest,
  schema,
  ui,
  checks,
  texts,
  migration,
  hash,
}: FormPackage): FormDefinition | undefined =>
  manifest &&
  schema &&
  ui &&
  checks && { manifest, schema, ui, checks, texts, ...(migration === undefined ? {} : { migration }), hash };

const run = (rulesToRun: readonly Rule[], context: CheckContext): DefinitionProblem[] => {
  const problems = rulesToRun.flatMap((rule) => rule.check(context).map((finding) => problem(rule, finding, context)));
  const once = new Map(
    problems.map((each) => [[each.file, each.line, each.column, each.rule, each.message].join('\n'), each]),
  );
  return [...once.values()].sort(inOrder);
};

const inOrder = (one: DefinitionProblem, other: DefinitionProblem): number =>
  compare(one.file, other.file) || one.line - other.line || one.column - other.column || compare(one.rule, other.rule);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const problem = ({ id, severity, hint }: Rule, finding: Finding, context: CheckContext): DefinitionProblem => {
  const { message, offset } = finding;
  const { sources } = context;
  const { file, pointer } = placeOf(finding, context);
  const source = sources.get(file);
  const position = offset === undefined ? source?.positionOf(pointer) : source?.positionAt(offset);
  return {
    file,
    pointer,
    ...(position ?? { line: 1, column: 1 }),
    rule: id,
    severity,
    message,
    hint: finding.hint ?? hint,
  };
};
