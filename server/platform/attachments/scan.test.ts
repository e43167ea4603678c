import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startScanner, type FakeScanner } from '../../../tests/support/servers/scanner.ts';
import { createScanner } from './scan.ts';

let fake: FakeScanner;
beforeAll(async () => {
  fake = await startScanner();
});
beforeEach(() => {
  fake.mood = 'well';
});
afterAll(() => fake.stop());

// The machine may be busy: only a scanner that does not answer is waited for until patience ends.
const scan = (content: Buffer, url = fake.url, patience = 20_000) =>
  createScanner({ url, patience }).scan(Readable.from([content]));

test('a clean file goes over whole, a virus is named', async () => {
  expect(await scan(Buffer.alloc(3_000_000, 'x'))).toEqual({ result: 'clean' });
  expect(fake.seen.at(-1)).toBe(3_000_000);
  const virus = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*');
  expect(await scan(virus)).toEqual({ result: 'infected', name: 'Eicar-Signature' });
});

test.each(['silent', 'hang-up', 'verbose'] as const)('a scanner that is %s never makes a file clean', async (mood) => {
  fake.mood = mood;
  expect(await scan(Buffer.alloc(1_000_000, 'x'), fake.url, 200)).toEqual({ result: 'unavailable' });
});

test('neither does one that is not there, nor a file that breaks off', async () => {
  expect(await scan(Buffer.from('x'), 'unix:///nowhere/clamd.sock')).toEqual({ result: 'unavailable' });
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('x');
      throw new Error('The disk is gone');
    })(),
  );
  expect(await createScanner({ url: fake.url, patience: 200 }).scan(broken)).toEqual({ result: 'unavailable' });
});

test('whether it answers is asked without a file', async () => {
  const answers = (url: string) => createScanner({ url, patience: 200 }).answers();
  expect(await answers(fake.url)).toBe(true);
  fake.mood = 'silent';
  expect(await answers(fake.url)).toBe(false);
  fake.mood = 'hang-up';
  expect(await answers(fake.url)).toBe(false);
  expect(await answers('unix:///nowhere/clamd.sock')).toBe(false);
});
