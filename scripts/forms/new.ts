/** `new`: the files of a small form that works, to begin with. What it is made of stands in `template/`. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { definitionSchemas } from '../../engine/author.ts';

const template = join(import.meta.dirname, 'template');
const schemas = join(import.meta.dirname, '..', '..', 'engine', 'definition');
const { pattern, maxLength } = definitionSchemas.manifest.properties.id;

export const kinds = ['application', 'task'] as const;
export type Kind = (typeof kinds)[number];

export interface NewForm {
  title?: string;
  kind?: Kind;
}

/** `school-trip` → `School trip`. */
const titleOf = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const refused = (formsDir: string, id: string): string | undefined => {
  if (!new RegExp(pattern).test(id) || id === 'shared')
    return `“${id}” cannot be a form’s name: small letters, digits and single hyphens, such as school-trip`;
  if (id.length > maxLength) return `The name is too long: ${maxLength} characters at most`;
  if (existsSync(join(formsDir, id)))
    return `There is a form ${id} already. For its next version: npm run forms -- new-version ${id}`;
  return undefined;
};

/** An editor finds the schema that a file names by its path from the file. */
export const schemaPath = (folder: string, name: string): string =>
  relative(folder, join(schemas, name)).replaceAll('\\', '/');

/** Writes `<id>/1.0.0` and gives that folder; throws, with the reason, when the name is taken or cannot be one. */
export const newForm = (formsDir: string, id: string, { title, kind = 'application' }: NewForm = {}): string => {
  const reason = refused(formsDir, id);
  if (reason !== undefined) throw new Error(reason);
  const folder = join(formsDir, id, '1.0.0');
  for (const path of readdirSync(template, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.json') || (path.startsWith('form.') && path !== `form.${kind}.json`)) continue;
    const file = join(folder, path === `form.${kind}.json` ? 'form.json' : path);
    const text = readFileSync(join(template, path), 'utf8')
      .replace(/"\$schema": "([a-z.]+\.json)"/, (_, name: string) => `"$schema": "${schemaPath(dirname(file), name)}"`)
      .replace('"id": "template"', `"id": "${id}"`)
      // Who is sent a form sees nothing before its first page.
      .replace(kind === 'task' ? /^ {2}"start\..*\n/gm : /$^/, '')
      .replace('"form.title": "Template"', () => `"form.title": ${JSON.stringify(title ?? titleOf(id))}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
};
