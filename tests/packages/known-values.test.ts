/** The council's file of cases and the forms that are filled in from it must use the same names and codes. */
import { readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { definitionSchemas } from '../../engine/author.ts';
import { isObject } from '../../engine/json.ts';
import { formIds, readForm } from '../support/browser/read-form.ts';
import { knownKinds } from '../../server/core/known-values.ts';
import { knownValues } from '../../server/modules/drafts/index.ts';
import { noticeEvents } from '../../server/modules/drafts/notices/notices.ts';
import { taskKnown } from '../../server/modules/tasks/index.ts';
import { parseCaseDescription } from '../../server/modules/cases/settings.ts';

const read = async (path: string): Promise<Record<string, unknown>> => {
  const found: unknown = JSON.parse(await readFile(path, 'utf8'));
  return isObject(found) ? found : {};
};

const property = (schema: unknown, names: string[]): unknown =>
  names.reduce<unknown>((at, name) => {
    const properties = isObject(at) ? at['properties'] : undefined;
    return isObject(properties) ? properties[name] : undefined;
  }, schema);

const settings = parseCaseDescription(await readFile('council/case.json', 'utf8'));
const ids = (await readdir('forms')).filter((name) => name.startsWith('eh'));
const forms = await Promise.all(
  ids.map(async (id) => ({
    id,
    manifest: await read(`forms/${id}/1.0.0/form.json`),
    schema: await read(`forms/${id}/1.0.0/schema.json`),
  })),
);

const prefillOf = (manifest: Record<string, unknown>) =>
  [manifest['prefill']].flat().flatMap((row) => {
    const { from, to } = isObject(row) ? row : {};
    return typeof from === 'string' && typeof to === 'string' && /^(child|plan)\./.test(from) ? [{ from, to }] : [];
  });

test('every value of a case that a form is filled in from is one that a case can have', () => {
  const own = [
    'name',
    'firstName',
    'lastName',
    'dateOfBirth',
    'address',
    ...settings.identifiers.map(({ name }) => name),
  ];
  const known = [...own.map((name) => `${settings.as}.${name}`), ...settings.fields.map(({ name }) => name)];
  const wanted = forms.flatMap(({ manifest }) => prefillOf(manifest).map(({ from }) => from));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((name) => !known.includes(name))).toEqual([]);
});

test('what can be chosen in a case is an answer that the forms take', () => {
  const wrong = forms.flatMap(({ id, manifest, schema }) =>
    prefillOf(manifest).flatMap(({ from, to }) => {
      const field = settings.fields.find(({ name }) => name === from);
      const question = property(schema, to.slice(1).split('/'));
      const taken = isObject(question) ? question['enum'] : undefined;
      if (field?.choices === undefined || !Array.isArray(taken)) return [];
      return field.choices.filter(({ value }) => !taken.includes(value)).map(({ value }) => `${id} ${to}: ${value}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('the columns of a list are columns of the tables that it fills', () => {
  const wrong = forms.flatMap(({ id, manifest, schema }) =>
    prefillOf(manifest).flatMap(({ from, to }) => {
      const question = property(schema, to.slice(1).split('/'));
      const items = isObject(question) ? question['items'] : undefined;
      const columns = settings.fields.find(({ name }) => name === from)?.columns ?? [];
      return columns
        .filter(({ name }) => property(items, [name]) === undefined)
        .map(({ name }) => `${id} ${to}/${name}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('events that follow from forms name forms that there are', () => {
  const named = settings.events.flatMap(({ notedWhen = [] }) => notedWhen);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ form }) => !ids.includes(form))).toEqual([]);
  const dated = named.flatMap(({ form, on }) => (on === undefined ? [] : [{ form, on }]));
  expect(dated.length).toBeGreaterThan(0);
  expect(
    dated.filter(({ form, on }) => !isObject(property(forms.find(({ id }) => id === form)?.schema, [on]))),
  ).toEqual([]);
});

test('what a case takes from the form that opens it are answers of that form', () => {
  const opening = settings.openedBy ?? [];
  expect(opening.length).toBeGreaterThan(3);
  const wrong = opening.flatMap(({ form: id, address, identifiers = {}, values = {} }) => {
    if (!formIds.includes(id)) return [id];
    const { form } = readForm(id);
    const places = [
      ...Object.values(identifiers),
      ...Object.values(values),
      ...(address === undefined ? [] : [address]),
    ];
    return places.filter((place) => form.questionAt(place) === undefined).map((place) => `${id} ${place}`);
  });
  expect(wrong).toEqual([]);
});

test('what the check takes for known is what the service knows', () => {
  const address = { houseNo: '', street: '', town: '', postcode: '' };
  const profile = {
    ...{ forename: '', surname: '', professional: true, jobRole: '', organisation: '', phone: '' },
    address,
  };
  const person = Object.keys(knownValues({ email: '', profile }, ''));
  const request = Object.keys(taskKnown({ sentOn: 'x', dueDate: 'x', comments: 'x', organisation: 'x' }));
  expect(Object.keys(knownKinds).sort()).toEqual([...person, ...request, 'draft.startedOn'].sort());
});

test('the mails that a form may word are those that the service sends about forms', () => {
  expect(Object.keys(definitionSchemas.manifest.properties.mail.properties).sort()).toEqual([...noticeEvents].sort());
});
