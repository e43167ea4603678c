import { expect, test } from 'vitest';
import { licence, context } from '../../engine/testing/licence.ts';
import type { JsonObject } from '../../engine/json.ts';
import { startFilling } from '../form/filling.ts';
import { backAgain, baseOf, differing, noteOfLeaving, putBack, take, takeAll, takeOut, valuesFor } from './fills.ts';

const question = (pointer: string, fills: Record<string, string>, ...locked: string[]) => ({
  pointer,
  fills,
  locked: new Set(locked),
});

test('what is not known about somebody leaves the answer alone', () => {
  const fills = { '/firstName': 'firstName', '/dateOfBirth': 'dateOfBirth', '/town': 'town' };
  const values = valuesFor(question('/who', fills), { firstName: 'Ada', town: '' });
  expect([...values].filter(([, value]) => value !== undefined)).toEqual([['/firstName', 'Ada']]);
});

test('in a row of a table, what is filled in is in the same row', () => {
  expect(baseOf('/contacts/2/school')).toBe('/contacts/2');
  expect(baseOf('/school')).toBe('');
  expect(baseOf('/form2/school')).toBe('');
  expect([...valuesFor(question('/contacts/2/school', { '/phone': 'phone' }), { phone: '01632 960001' })]).toEqual([
    ['/contacts/2/phone', '01632 960001'],
  ]);
});

const address = question('/angler', { '/address': 'address', '/born': 'born' });
const mill = {
  name: 'Mill',
  source: 'Mill',
  values: { address: { line1: '1 Mill Lane', postcode: 'OX1 1ND' }, born: '1980-01-01' },
};
const fill = (answers: JsonObject, sources: Record<string, string> = {}) =>
  startFilling({ form: licence, context, answers, pages: {}, pageId: 'angler', sources });

test('the rest of an address is filled in where what was written of it is the same', () => {
  const filling = fill({ address: { postcode: 'OX1 1ND' } });
  take(filling, address, mill, []);
  expect(filling.state().answers).toEqual({ address: mill.values.address, born: '1980-01-01' });
  expect(differing(filling.state().answers, address, mill)).toEqual([]);
});

test('no address is made of two', () => {
  const written = { address: { line1: '2 High Street' } };
  const filling = fill(written);
  take(filling, address, mill, []);
  expect(filling.state().answers).toEqual({ ...written, born: '1980-01-01' });
  expect(differing(filling.state().answers, address, mill)).toEqual([
    { place: '/address', value: mill.values.address },
  ]);
});

test('what was written is replaced when somebody says so, and comes back as it was', () => {
  const filling = fill({ address: { line1: '2 High Street' }, born: '1979-01-01' }, { '/born': 'your account' });
  const first = filling.state();
  const before = takeAll(filling, address, mill);
  expect(filling.state().answers).toEqual(mill.values);
  putBack(filling, before);
  expect(filling.state().answers).toEqual(first.answers);
  expect(filling.state().sources).toEqual(first.sources);
});

test('what came with a choice that stands no longer goes, also when it was made on an earlier day', () => {
  const filling = fill({ ...mill.values, nhs: '12' });
  const before = takeOut(filling, address, [mill]);
  expect(filling.state().answers).toEqual({ nhs: '12' });
  putBack(filling, before);
  expect(filling.state().answers).toEqual({ ...mill.values, nhs: '12' });
});

test('what is found out late of a choice that stands no longer is told with what went before it', () => {
  const filling = fill({ ...mill.values, nhs: '12' }, { '/born': 'Mill' });
  const nameAlone = { ...mill, values: {} };
  const first = noteOfLeaving(undefined, [nameAlone], takeOut(filling, address, [nameAlone]));
  expect(filling.state().answers).toEqual({ address: mill.values.address, nhs: '12' });
  const whole = noteOfLeaving(first, [nameAlone, mill], takeOut(filling, address, [nameAlone, mill]));
  expect(filling.state().answers).toEqual({ nhs: '12' });
  // A third look finds nothing, and leaves what is told.
  expect(noteOfLeaving(whole, [mill], takeOut(filling, address, [mill]))).toEqual(whole);
  putBack(filling, whole?.before ?? {});
  expect(filling.state().answers).toEqual({ ...mill.values, nhs: '12' });
});

test('of another choice that went, only what went with it is told', () => {
  const before = { '/born': { value: '1980-01-01', now: undefined } };
  const first = noteOfLeaving(undefined, [mill], before);
  expect(first).toEqual({ kind: 'gone', name: 'Mill', before });
  const other = { '/town': { value: 'Alderton', now: undefined } };
  expect(noteOfLeaving(first, [{ ...mill, name: 'Lock' }], other)).toEqual({
    kind: 'gone',
    name: 'Lock',
    before: other,
  });
});

test('what somebody wrote since is not put back over', () => {
  const filling = fill({ ...mill.values });
  const before = takeOut(filling, address, [mill]);
  filling.answer('/born', '1990-01-01');
  expect(backAgain(filling.state(), before)).toEqual(['/address']);
  putBack(filling, before);
  expect(filling.state().answers).toEqual({ ...mill.values, born: '1990-01-01' });
});

test('what is locked is neither filled in nor taken out', () => {
  const locked = question('/angler', address.fills, '/born');
  const filling = fill({ born: '1980-01-01' });
  take(filling, locked, { ...mill, values: { ...mill.values, born: '1970-01-01' } }, []);
  takeOut(filling, locked, [mill]);
  expect(filling.state().answers).toEqual({ born: '1980-01-01' });
});
