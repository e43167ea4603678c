/** The files of one form version, read as far as they can be read. */
import type { Migration } from '../../versions/migration.ts';
import { conformities } from '../model/conformity.ts';
import type { Conformity } from '../model/conformity.ts';
import type { Block, Checks, Example, FormManifest, Schema, Texts, UiElement } from '../model/definition.ts';
import { blocksNamedIn, resolveReferences } from './references.ts';
import type { References, Resolved } from './references.ts';
import { sha256 } from './sha256.ts';
import { readSource } from './source.ts';
import type { Source } from './source.ts';

/**
 * Text by path inside the package, such as `form.json` or `examples/short.json`; exactly as it stands on disk. The blocks that the package
 * names stand among them as `shared/<name>.json`, whether they are its own frozen copies or not.
 */
export type PackageFiles = Record<string, string>;

/** What a path is; `undefined` for a file that has no place in a package. */
export type FileKind = 'manifest' | 'schema' | 'ui' | 'checks' | 'texts' | 'migration' | 'block' | 'example';

export const requiredFiles = ['form.json', 'schema.json', 'ui.json', 'checks.json', 'text.en.json'];

const textsPath = /^text\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json$/;

export const fileKind = (path: string): FileKind | undefined => {
  if (path === 'form.json') return 'manifest';
  if (path === 'schema.json') return 'schema';
  if (path === 'ui.json') return 'ui';
  if (path === 'checks.json') return 'checks';
  if (path === 'migrate.json') return 'migration';
  if (textsPath.test(path)) return 'texts';
  if (/^shared\/[a-z0-9-]+\.json$/.test(path)) return 'block';
  return /^examples\/[^/]+\.json$/.test(path) ? 'example' : undefined;
};

export const languageOf = (path: string): string => textsPath.exec(path)?.[1] ?? '';

/** The blocks that some files name and that are not among them; once these are added there may be more. */
export const missingBlocks = (files: PackageFiles): string[] => {
  const named = Object.keys(files).flatMap((path) =>
    fileKind(path) === 'example' ? [] : blocksNamedIn(files[path] ?? ''),
  );
  return [...new Set(named)].filter((path) => !Object.hasOwn(files, path)).sort();
};

/** A part of the package, present when its file can be read as what it should be. */
export interface FormPackage {
  sources: ReadonlyMap<string, Source>;
  /** Paths that have no place in a package. */
  strangers: string[];
  manifest?: FormManifest;
  /** Blocks put in their places, here and below; the `…References` say where everything was written. */
  schema?: Schema;
  schemaReferences?: Resolved;
  ui?: UiElement;
  uiReferences?: Resolved;
  checks?: Checks;
  checksReferences?: Resolved;
  migration?: Migration;
  blocks: Record<string, Block>;
  /** By language; the package's own words before those of its blocks. */
  texts: Record<string, Texts>;
  /** By path. */
  examples: Record<string, Example>;
  hash: string;
}

/** Reads what can be read. Never throws. */
export const readPackage = (files: PackageFiles): FormPackage => {
  const sources = new Map<string, Source>();
  for (const path of Object.keys(files).sort())
    if (fileKind(path) !== undefined) sources.set(path, readSource(path, files[path] ?? ''));

  const valueOf = (path: string): unknown => sources.get(path)?.value;
  const as = <T>(path: string, { readable }: Conformity<T>): T | undefined => {
    const value = valueOf(path);
    return readable(value) ? value : undefined;
  };
  const all = <T>(kind: FileKind, form: Conformity<T>, keyOf: (path: string) => string): Record<string, T> =>
    Object.fromEntries(
      [...sources.keys()].flatMap((path) => {
        const value = fileKind(path) === kind ? as(path, form) : undefined;
        return value === undefined ? [] : [[keyOf(path), value]];
      }),
    );

  const manifest = as('form.json', conformities.manifest);
  const blocks = all('block', conformities.block, (path) => path);
  const values = Object.fromEntries(
    [...sources].flatMap(([path, { value }]) =>
      fileKind(path) === 'block' && value !== undefined ? [[path, value]] : [],
    ),
  );
  const schemaReferences = references(sources.get('schema.json'), { blocks: values, keepOwn: true });
  const schema = soundly(schemaReferences, conformities.schema);
  const uiReferences = references(sources.get('ui.json'), { blocks: values });
  const ui = soundly(uiReferences, conformities.ui);
  const checksReferences = references(sources.get('checks.json'), { blocks: values });
  const checks = soundly(checksReferences, conformities.checks);
  const migration = as('migrate.json', conformities.migration);
  return {
    sources,
    strangers: Object.keys(files).filter((path) => fileKind(path) === undefined),
    ...(manifest === undefined ? {} : { manifest }),
    ...(schema === undefined ? {} : { schema }),
    ...(schemaReferences === undefined ? {} : { schemaReferences }),
    ...(ui === undefined ? {} : { ui }),
    ...(uiReferences === undefined ? {} : { uiReferences }),
    ...(checks === undefined ? {} : { checks }),
    ...(checksReferences === undefined ? {} : { checksReferences }),
    ...(migration === undefined ? {} : { migration }),
    blocks,
    texts: withBlocks(all('texts', conformities.texts, languageOf), Object.values(blocks)),
    examples: all('example', conformities.example, (path) => path),
    hash: packageHash(files),
  };
};

const references = (source: Source | undefined, options: References): Resolved | undefined =>
  source?.value === undefined ? undefined : resolveReferences(source.value, options);

/** A language is one of the form's only where the form itself has it. */
const withBlocks = (own: Record<string, Texts>, blocks: readonly Block[]): Record<string, Texts> =>
  Object.fromEntries(
    Object.entries(own).map(([language, texts]) => [
      language,
      Object.assign({}, ...blocks.map((block) => block.texts[language]), texts) as Texts,
    ]),
  );

const soundly = <T>(resolved: Resolved | undefined, { readable }: Conformity<T>): T | undefined => {
  if (resolved === undefined || resolved.faults.length > 0) return undefined;
  const value: unknown = resolved.value;
  return readable(value) ? value : undefined;
};

/**
 * SHA-256 over the files that make a version, examples and strangers left out. It is what
 * `sha256sum form.json … | sha256sum` prints with the files in the order of their names: exact bytes, line endings included.
 */
export const packageHash = (files: PackageFiles): string => {
  const paths = Object.keys(files).filter((path) => !['example', undefined].includes(fileKind(path)));
  return sha256(
    paths
      .sort()
      .map((path) => `${sha256(files[path] ?? '')}  ${path}\n`)
      .join(''),
  );
};
