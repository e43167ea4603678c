/** The form that is worked on: what lies on disk now, what is wrong with it, and the last of it that could be shown. */
import { createHash } from 'node:crypto';
import { isObject, type JsonObject, textOf } from '../../engine/json.ts';
import type { CompiledForm } from '../../engine/index.ts';
import type { Catalogue, FormVersion } from '../../server/modules/catalogue/index.ts';
import { problemsIn } from '../forms/check.ts';
import { readLock } from '../forms/lock.ts';
import { readPackages, type Package } from '../forms/packages.ts';
import type { Fault, State } from './shapes.ts';

export interface Example {
  title: string;
  /** ISO date on which the answers were given. */
  today: string;
  answers: JsonObject;
  context: JsonObject;
}

export interface Bench {
  /** Reads the files again; true when any of them changed. */
  read: () => Promise<boolean>;
  state: () => State;
  /** What can be shown; undefined until a version could be read. */
  formVersion: () => FormVersion | undefined;
  files: () => Record<string, string>;
  /** Throws when there is no such example, or when it cannot be read. */
  example: (name: string) => Example;
  /** The language of whatever is shown from now on. */
  speak: (language: string) => void;
  language: () => string;
  /** Ready to run in that language. */
  compiled: (formVersion: FormVersion) => Promise<CompiledForm>;
}

const examplePath = /^examples\/(.+)\.json$/;

const parsed = (text: string | undefined): JsonObject => {
  const value: unknown = JSON.parse(text ?? 'null');
  return isObject(value) ? value : {};
};

const titleOf = (text: string | undefined, name: string): string => {
  try {
    const { title } = parsed(text);
    return typeof title === 'string' && title !== '' ? title : name;
  } catch {
    return `${name} (cannot be read)`;
  }
};

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const publishedIn = (formsDir: string, form: string): string[] => Object.keys(readLock(formsDir)[form] ?? {});

const faultsOf = (formsDir: string, pack: Package): Fault[] =>
  problemsIn(formsDir, pack).map(({ file, line, column, severity, rule, message, hint }) => ({
    file,
    line,
    column,
    severity,
    rule,
    message,
    hint,
  }));

export const createBench = (catalogue: Catalogue, formsDir: string, form: string): Bench => {
  let digest = '';
  let change = 0;
  let newest: Package | undefined;
  let versions: string[] = [];
  let published: string[] = [];
  let problems: Fault[] = [];
  let good: FormVersion | undefined;
  let broken: string | undefined;
  let language = 'en';

  /** The newest version as the service would offer it; throws with the reason when it would not. */
  const offered = async ({ version }: Package): Promise<FormVersion> => {
    const { refused } = await catalogue.reload();
    const refusal = refused.find((each) => each.form === form && each.version === version);
    const formVersion = await catalogue.version(form, version);
    if (refusal !== undefined || formVersion === undefined) throw new Error(refusal?.reason ?? 'It is not offered.');
    try {
      formVersion.compiled();
    } catch (error) {
      // What the check says of it is plainer than what stopped the compiler.
      const fault = problems.find(({ severity }) => severity === 'error');
      throw fault === undefined ? error : new Error(`${fault.file}:${fault.line}: ${fault.message}`);
    }
    return formVersion;
  };

  /** Whatever goes wrong is something to tell: files are half written, renamed and taken away while somebody works on them. */
  const judge = async (packages: readonly Package[]): Promise<void> => {
    newest = packages.at(-1);
    if (newest === undefined) throw new Error('There is no version of this form on disk.');
    versions = packages.map(({ version }) => version);
    published = publishedIn(formsDir, form);
    problems = faultsOf(formsDir, newest);
    good = await offered(newest);
    broken = undefined;
  };

  const read = async (): Promise<boolean> => {
    try {
      const packages = readPackages(formsDir, [form]);
      const now = digestOf([packages, publishedIn(formsDir, form)]);
      if (now === digest) return false;
      digest = now;
      await judge(packages);
    } catch (error) {
      broken = reasonOf(error);
      // A file that was away for a moment may come back as it was.
      digest = '';
    }
    change += 1;
    return true;
  };

  const wordOf = (key: string | undefined): string | undefined =>
    key === undefined ? undefined : good?.definition.texts['en']?.[key];

  return {
    read,
    formVersion: () => good,
    files: () => newest?.files ?? {},
    state: () => {
      const files = newest?.files ?? {};
      return {
        form,
        title: wordOf(good?.definition.manifest.title) ?? form,
        version: newest?.version ?? '',
        published: published.includes(newest?.version ?? ''),
        versions,
        change,
        shown: good?.definition.hash ?? '',
        ...(broken === undefined ? {} : { broken }),
        problems,
        examples: Object.keys(files).flatMap((path) => {
          const name = examplePath.exec(path)?.[1];
          return name === undefined ? [] : [{ name, title: titleOf(files[path], name) }];
        }),
        // English first: it is what is shown when nothing is chosen.
        languages: [...new Set(['en', ...Object.keys(good?.definition.texts ?? {})])],
      };
    },
    example: (name) => {
      const { title, today, answers, context } = parsed(newest?.files[`examples/${name}.json`]);
      if (!isObject(answers) || typeof today !== 'string')
        throw new Error(`The example ${name} has no answers, or no day on which they were given.`);
      return { title: textOf(title), today, answers, context: isObject(context) ? context : {} };
    },
    speak: (code) => {
      language = code;
    },
    language: () => language,
    compiled: (formVersion) => formVersion.inLanguage(language),
  };
};
