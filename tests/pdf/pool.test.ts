/** One person's documents keep nobody else waiting, whatever is in them. */
import { afterEach, expect, test } from 'vitest';
import {
  createPdfPool,
  isLong,
  PdfUnavailableError,
  type PdfPool,
  type PdfPoolOptions,
} from '../../server/platform/pdf/index.ts';
import { blankDocument, printDocument } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/json.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';
import { sample } from './sample.ts';

let pool: PdfPool;
afterEach(() => pool.close());

const open = (options: PdfPoolOptions = {}): PdfPool => {
  pool = createPdfPool({ file: new URL('./children/stuck-worker.ts', import.meta.url), workers: 2, ...options });
  return pool;
};
const endless = { ...sample, title: 'Endless' };
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString() === '%PDF-';

test('while a document of one person never comes to an end, the documents of others are drawn', async () => {
  open({ seconds: 3600 });
  const ended: string[] = [];
  const stuck = [1, 2, 3].map((_) =>
    pool
      .render(endless, 'Ada')
      .finally(() => ended.push('Ada'))
      .catch(() => undefined),
  );
  for (const person of ['Ben', 'Cyd', 'Ben']) ended.push(isPdf(await pool.render(sample, person)) ? person : 'nothing');
  expect(ended).toEqual(['Ben', 'Cyd', 'Ben']);
  expect(pool.state()).toEqual({ waiting: 2, drawing: 1 });
  await pool.close();
  await Promise.all(stuck);
});

/** A form that is filled in within its limits with a letter on each line. */
const veryLong = {
  ...sample,
  title: 'Endless',
  sections: [
    {
      id: 'long',
      heading: 'Long',
      blocks: [
        {
          kind: 'answer' as const,
          pointer: '/y',
          question: 'Y',
          required: true,
          lines: Array.from({ length: 30_000 }, () => 'y'),
        },
      ],
    },
  ],
};

test('very long documents of several people leave a process for the short ones of everybody else', async () => {
  open({ seconds: 3600, timeoutSeconds: 0.5 });
  const told = ['Ada', 'Ben'].map((person) => pool.render(veryLong, person).catch((error: unknown) => error));
  for (const person of ['Cyd', 'Ben', 'Dee']) expect(isPdf(await pool.render(sample, person))).toBe(true);
  // The second of them is told to try again instead of being kept.
  expect(await told[1]).toMatchObject({ code: 'pdf-unavailable', extras: { retryAfter: 30 } });
  expect(pool.state()).toEqual({ waiting: 0, drawing: 1 });
  await pool.close();
  await Promise.all(told);
});

const published = [...new Set(readPackages(formsDir).map(({ form }) => form))].map((id) => ({ id, ...readForm(id) }));

test.each(published)(
  '$id: what people print is short, and a letter on each line of all it takes is not',
  ({ form, examples }) => {
    const options = { status: 'draft', copy: 'council', timeZone: 'Europe/London' } as const;
    const print = (answers: JsonObject) =>
      printDocument(form, answers, { today: '2026-11-30', values: {}, nothingHidden: true }, options);
    const long = Object.entries(examples).filter(([, { answers }]) => isLong(print(answers)));
    expect(long.map(([name]) => name)).toEqual([]);
    const sendTo = { council: '', team: '', address: '', email: '', phone: '' };
    expect(isLong(blankDocument(form, { answers: {}, links: {}, sendTo }))).toBe(false);
    const texts = form.questions.filter(({ kind }) => kind === 'longText');
    const letters = (most: number): string => 'y\n'.repeat(Math.floor(most / 2));
    const full = print(
      Object.fromEntries(texts.map(({ pointer, schema }) => [pointer.slice(1), letters(schema.maxLength ?? 0)])),
    );
    const lines = full.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'answer' ? block.lines : []));
    expect(isLong(full)).toBe(lines.length > 8000);
  },
);

test('a document that takes longer than it may is refused, and a process is there for the next', async () => {
  open({ seconds: 1, workers: 1 });
  await expect(pool.render(endless, 'Ada')).rejects.toThrow(PdfUnavailableError);
  await pool.close();
  open({ workers: 1, megabytes: 128 });
  await expect(pool.render({ ...sample, title: 'Greedy' }, 'Ada')).rejects.toThrow('memory');
  expect(isPdf(await pool.render(sample, 'Ada'))).toBe(true);
});

test('whoever gives up while a process still starts takes nothing else down', async () => {
  for (const seconds of [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8]) {
    open({ seconds });
    const given = ['Ada', 'Ben'].map((person) => pool.render(endless, person));
    for (const each of given) await expect(each).rejects.toThrow(PdfUnavailableError);
    await pool.close();
  }
  open();
  expect(isPdf(await pool.render(sample, 'Ada'))).toBe(true);
});

test('a person who asks for more than a few at once is refused; others are not', async () => {
  open({ seconds: 3600, mostOfOne: 2 });
  const many = Array.from({ length: 5 }, () => pool.render(endless, 'Ada').catch((error: unknown) => error));
  expect(await Promise.race(many)).toMatchObject({ code: 'pdf-unavailable', extras: { retryAfter: 30 } });
  expect(isPdf(await pool.render(sample, 'Ben'))).toBe(true);
  await pool.close();
  await Promise.all(many);
});

test('a document may come as bytes', async () => {
  open({ file: new URL('../../server/platform/pdf/worker.ts', import.meta.url) });
  expect(isPdf(await pool.render(new TextEncoder().encode(JSON.stringify(sample)), 'Ada'))).toBe(true);
});
