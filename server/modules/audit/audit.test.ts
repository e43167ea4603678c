import { afterEach, beforeEach, expect, test } from 'vitest';
import { testClock } from '../../../tests/support/portal.ts';
import { temporaryStore } from '../../../tests/support/servers/temporary-store.ts';
import type { Store } from '../../platform/storage/store.ts';
import { createAuditChain } from './chain.ts';
import { brokenAt, createAudit } from './audit.ts';
import type { AuditEntry } from '../../platform/audit/entry.ts';

const clock = testClock();
let store: Store;
let remove: () => Promise<void>;
beforeEach(async () => ({ store, remove } = await temporaryStore(clock)));
afterEach(() => remove());

const entry = (id: string): AuditEntry => ({
  actor: 'a',
  action: 'submission-read',
  subject: { kind: 'thing', id },
  detail: { page: 1, way: 'pdf' },
});
const id = (sequence: number) => String(sequence).padStart(12, '0');

test('two servers add to one unbroken chain', async () => {
  const [one, other] = [createAudit(store, clock), createAudit(store, clock)];
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? one : other).append(entry(String(index)))),
  );
  expect(await store.count('audit', {})).toBe(40);
  expect(await brokenAt(store)).toBeUndefined();
});

test.each<[string, () => Promise<unknown>]>([
  ['changed', () => store.patch('audit', { _id: { eq: id(3) } }, { set: { actor: 'b' } })],
  ['changed in its details', () => store.patch('audit', { _id: { eq: id(3) } }, { set: { 'detail.way': 'screen' } })],
  ['removed', () => store.delete('audit', { _id: { eq: id(3) } })],
])('an entry that was %s is found', async (_, tamper) => {
  const audit = createAudit(store, clock);
  for (let count = 1; count <= 5; count += 1) await audit.append(entry(String(count)));
  await tamper();
  expect(await brokenAt(store)).toBe(3);
});

test('a look at the chain sees what was added, an end that was cut off, and after a day whatever was changed', async () => {
  const audit = createAudit(store, clock);
  const found: number[] = [];
  const chain = createAuditChain(store, clock, (sequence) => void found.push(sequence));
  for (let count = 1; count <= 5; count += 1) await audit.append(entry(String(count)));
  expect(await chain.state()).toBe('whole');
  await audit.append(entry('6'));
  expect(await Promise.all([chain.state(), chain.state()])).toEqual(['whole', 'whole']);
  await store.delete('audit', { _id: { eq: id(6) } });
  expect([await chain.state(), found]).toEqual(['broken', [6]]);

  expect(await chain.state()).toBe('whole');
  await store.patch('audit', { _id: { eq: id(2) } }, { set: { actor: 'b' } });
  clock.forward({ days: 1 });
  expect([await chain.state(), found]).toEqual(['broken', [6, 2]]);
});
