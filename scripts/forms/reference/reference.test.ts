/** The reference is fresh and whole, and what it says of kinds of question is so. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argumentWords, definitionSchemas } from '../../../engine/author.ts';
import { factFunctions, formats, type QuestionKind } from '../../../engine/index.ts';
import { isObject, type JsonObject, type JsonValue, textOf } from '../../../engine/json.ts';
import { compiled } from '../compiled.ts';
import { newForm } from '../new.ts';
import { readPackage } from '../packages.ts';
import { questionKinds } from './question-kinds.ts';
import { referenceDocument, writtenReference } from './reference.ts';

test('the page that lies in the repository is made from what the engine holds forms to', () =>
  expect(writtenReference()).toBe(referenceDocument()));

/** Members of objects of a schema, by name, with what is said of each. */
const members = (value: JsonValue, found: [string, JsonObject][] = []): [string, JsonObject][] => {
  if (Array.isArray(value)) value.forEach((each) => members(each, found));
  if (!isObject(value)) return found;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'properties' && isObject(member))
      for (const [name, each] of Object.entries(member)) {
        if (isObject(each)) found.push([name, each]);
        members(each, found);
      }
    else if (key !== 'if') members(member, found);
  }
  return found;
};

test.each(Object.entries(definitionSchemas))('every member of %s is told, and what it is for', (_kind, schema) => {
  const page = referenceDocument();
  const root = JSON.parse(JSON.stringify(schema)) as JsonObject;
  const parts = isObject(root['$defs']) ? root['$defs'] : {};
  for (const [name, member] of members(root)) {
    expect(page).toMatch(new RegExp(`\\| \`([^\`]*\\.)?${name.replace('$', '\\$')}\` \\|`));
    const named = typeof member['$ref'] === 'string' ? parts[member['$ref'].split('/').at(-1) ?? ''] : undefined;
    const about = member['description'] ?? (isObject(named) ? named['description'] : undefined);
    expect(`${name}: ${textOf(about)}`).toMatch(/: .{9}/);
  }
});

test('every function, argument and format is told', () => {
  const page = referenceDocument();
  for (const { id, about, arguments: taken } of factFunctions) {
    const section = page.split(`\n### ${id}\n`)[1]?.split('\n##')[0] ?? '';
    expect(section).toContain(about);
    for (const name of Object.keys(taken)) expect(section).toContain(`| \`${name}\` |`);
  }
  for (const id of Object.keys(formats)) expect(page).toContain(`| \`${id}\` |`);
  expect(Object.values(argumentWords).every((words) => page.includes(words))).toBe(true);
});

test('a link on the page leads to a heading on it', () => {
  const page = referenceDocument();
  const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) => words.toLowerCase().replaceAll(' ', '-'));
  expect(new Set(headings).size).toBe(headings.length);
  const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = '']) => anchor);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((anchor) => !headings.includes(anchor))).toEqual([]);
});

test.each(Object.keys(questionKinds) as QuestionKind[])('what is written for “%s” is asked so', (kind) => {
  const formsDir = mkdtempSync(join(tmpdir(), 'formwork-kinds-'));
  const folder = newForm(formsDir, 'kinds');
  const change = (file: string, edit: (value: JsonObject) => void): void => {
    const value = JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonObject;
    edit(value);
    writeFileSync(join(folder, file), JSON.stringify(value));
  };
  const { schema, options } = questionKinds[kind];
  change('schema.json', ({ properties }) => Object.assign(isObject(properties) ? properties : {}, { asked: schema }));
  change('ui.json', ({ elements }) => {
    const page = Array.isArray(elements) ? elements[0] : undefined;
    const control = { type: 'Control', scope: '#/properties/asked', ...(options === undefined ? {} : { options }) };
    if (isObject(page) && Array.isArray(page['elements'])) page['elements'].push(control);
  });
  expect(compiled(readPackage(formsDir, 'kinds')).questionAt('/asked')?.kind).toBe(kind);
  rmSync(formsDir, { recursive: true, force: true });
});
