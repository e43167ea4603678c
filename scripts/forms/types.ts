/** `types`: TypeScript of the manifest and of the answers to every published form, for those who read submissions by machine. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import pico from 'picocolors';
import { definitionSchemas } from '../../engine/author.ts';
import { isObject, type JsonObject, type JsonValue } from '../../engine/json.ts';
import { answerSchema } from './answer-schema.ts';
import { compiled } from './compiled.ts';
import { readLock } from './lock.ts';
import { byVersion, readPackage } from './packages.ts';

type Input = Parameters<typeof compile>[0];

/** TypeScript has no conditions: what one decides between is one or the other. */
const withoutConditions = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(withoutConditions);
  if (!isObject(value)) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutConditions(member)]));
  const { if: condition, then: one, else: other, type: _type, ...rest } = inside;
  return isObject(condition) && one !== undefined && other !== undefined ? { ...rest, anyOf: [one, other] } : inside;
};

const typesOf = async (schema: object, name: string, about: string): Promise<string> => {
  // The name comes from the form, not from a title that the schema may have.
  const { title: _title, $id: _id, $schema: _schema, ...rest } = JSON.parse(JSON.stringify(schema)) as JsonObject;
  return await compile(withoutConditions(rest) as Input, name, {
    bannerComment: `/** ${about}. Made by \`npm run forms -- types\`; never changed by hand. */`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120, singleQuote: true, trailingComma: 'all' },
  });
};

/** `holiday-club` → `HolidayClub`. */
const typeName = (id: string): string =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** The files by their path under the folder of types; of the named forms alone, if any are named. */
export const typeFiles = async (formsDir: string, names: readonly string[] = []): Promise<Record<string, string>> => {
  const lock = readLock(formsDir);
  const unpublished = names.filter((name) => lock[name] === undefined);
  if (unpublished.length > 0) throw new Error(`No version of ${unpublished.join(', ')} is published`);
  const files: Record<string, string> = {
    'manifest.d.ts': await typesOf(definitionSchemas.manifest, 'Manifest', 'What form.json says'),
  };
  for (const id of names.length > 0 ? names : Object.keys(lock).sort()) {
    for (const version of Object.keys(lock[id] ?? {}).sort(byVersion)) {
      const form = compiled(readPackage(formsDir, id, version));
      const about = `Submitted answers to ${form.text(form.definition.manifest.title) ?? id}, version ${version}`;
      files[`forms/${id}@${version}.d.ts`] = await typesOf(answerSchema(form), `${typeName(id)}Answers`, about);
    }
  }
  return files;
};

/** What lies in the folder though no published version has it. */
const leftOver = (typesDir: string, files: Record<string, string>): string[] =>
  existsSync(join(typesDir, 'forms'))
    ? readdirSync(join(typesDir, 'forms'))
        .map((name) => `forms/${name}`)
        .filter((path) => path.endsWith('.d.ts') && !Object.hasOwn(files, path))
    : [];

const isFresh = (path: string, text: string): boolean => existsSync(path) && readFileSync(path, 'utf8') === text;

/** Writes what has changed, or only tells it; true when everything was fresh or has been written. */
export const types = async (
  formsDir: string,
  typesDir: string,
  names: readonly string[],
  checkOnly: boolean,
): Promise<boolean> => {
  const files = await typeFiles(formsDir, names);
  const stale = Object.entries(files).filter(([path, text]) => !isFresh(join(typesDir, path), text));
  const extra = names.length > 0 ? [] : leftOver(typesDir, files);
  for (const [path, text] of stale) {
    if (checkOnly) console.log(pico.red(`${join(typesDir, path)} is stale: npm run forms -- types`));
    else {
      mkdirSync(join(typesDir, 'forms'), { recursive: true });
      writeFileSync(join(typesDir, path), text);
      console.log(join(typesDir, path));
    }
  }
  for (const path of extra) {
    if (checkOnly)
      console.log(pico.red(`${join(typesDir, path)} belongs to no published version: npm run forms -- types`));
    else rmSync(join(typesDir, path));
  }
  if (stale.length + extra.length === 0) console.log(pico.green('All types are fresh'));
  return !checkOnly || stale.length + extra.length === 0;
};
