/** The files of one form version, read as far as they can be read. */
import { conformities } from './conformity.ts';
import type { Conformity } from './conformity.ts';
import type { Checks, Example, FormManifest, Schema, Texts, UiElement } from './definition.ts';
import { resolveReferences } from './references.ts';
import type { Resolved } from './references.ts';
import { sha256 } from './sha256.ts';
import { readSource } from './source.ts';
import type { Source } from './source.ts';

/** Text by path inside the package, such as `form.json` or `examples/short.json`; exactly as it stands on disk. */
export type PackageFiles = Record<string, string>;

/** What a path is; `undefined` for a file that has no place in a package. */
export type FileKind = 'manifest' | 'schema' | 'ui' | 'checks' | 'texts' | 'example';

export const requiredFiles = ['form.json', 'schema.json', 'ui.json', 'checks.json', 'text.en.json'];

const textsPath = /^text\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json$/;

export const fileKind = (path: string): FileKind | undefined => {
  if (path === 'form.json') return 'manifest';
  if (path === 'schema.json') return 'schema';
  if (path === 'ui.json') return 'ui';
  if (path === 'checks.json') return 'checks';
  if (textsPath.test(path)) return 'texts';
  return /^examples\/[^/]+\.json$/.test(path) ? 'example' : undefined;
};

export const languageOf = (path: string): string => textsPath.exec(path)?.[1] ?? '';

/** A part of the package, present when its file can be read as what it should be. */
export interface FormPackage {
  sources: ReadonlyMap<string, Source>;
  /** Paths that have no place in a package. */
  strangers: string[];
  manifest?: FormManifest;
  schema?: Schema;
  /** References resolved; `uiReferences` says where each element was written. */
  ui?: UiElement;
  uiReferences?: Resolved;
  checks?: Checks;
  checksReferences?: Resolved;
  /** By language. */
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
  const schema = as('schema.json', conformities.schema);
  const uiReferences = references(sources.get('ui.json'));
  const ui = soundly(uiReferences, conformities.ui);
  const checksReferences = references(sources.get('checks.json'));
  const checks = soundly(checksReferences, conformities.checks);
  return {
    sources,
    strangers: Object.keys(files).filter((path) => fileKind(path) === undefined),
    ...(manifest === undefined ? {} : { manifest }),
    ...(schema === undefined ? {} : { schema }),
    ...(ui === undefined ? {} : { ui }),
    ...(uiReferences === undefined ? {} : { uiReferences }),
    ...(checks === undefined ? {} : { checks }),
    ...(checksReferences === undefined ? {} : { checksReferences }),
    texts: all('texts', conformities.texts, languageOf),
    examples: all('example', conformities.example, (path) => path),
    hash: packageHash(files),
  };
};

const references = (source: Source | undefined): Resolved | undefined =>
  source?.value === undefined ? undefined : resolveReferences(source.value);

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
