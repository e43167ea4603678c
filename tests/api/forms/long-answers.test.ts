/** Answers as long as a form takes: judged in a thread as they would be at once, and nobody else waits for them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filledTo } from '../../support/filled.ts';
import { formsDir, readForm } from '../../support/browser/read-form.ts';
import { expectStatus } from '../../support/angling.ts';
import { startPortal, type TestPortal } from '../../support/portal.ts';
import { createJudging, type Judging } from '../../../server/modules/submissions/judging.ts';
import type { Freezing } from '../../../server/modules/submissions/freeze.ts';

const id = 'ehcp-school-consultation';
const application = 'ehcna-parents-young-person';
let portal: TestPortal;
const opened: Judging[] = [];
const judging = (options: Parameters<typeof createJudging>[0]): Judging => {
  const made = createJudging(options);
  opened.push(made);
  return made;
};
beforeAll(async () => {
  portal = await startPortal({ config: { formsDir, serveUnpublished: true } });
});
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  await portal.stop();
});

const formVersionOf = async (form: string) => {
  const formVersion = await portal.services.catalogue.newest(form);
  if (formVersion === undefined) throw new Error(`There is no form ${form}`);
  return formVersion;
};

const freezing = async (form: string, rows: number): Promise<Freezing> => ({
  draft: { answers: filledTo(readForm(form).form, rows, 'wrong'), locked: [], context: {}, owner: 'somebody' },
  ref: (await formVersionOf(form)).ref,
  uploaded: [],
  moment: { now: '2026-11-30T12:00:00.000Z', today: '2026-11-30' },
  reference: 'FW-0000-0000',
  submittedBy: 'Ada Byron',
  judge: { parties: ['parent'], names: {}, own: [], added: [], holding: {}, writers: [] },
});
const options = { status: 'draft', copy: 'own', timeZone: 'Europe/London' } as const;

test('a thread judges and prints as is done at once', async () => {
  const formVersion = await formVersionOf(id);
  const work = await freezing(id, 4);
  const printing = { answers: work.draft.answers, context: { today: '2026-11-30', values: {} }, options };
  const [thread, here] = [judging({ small: 0 }), judging({ small: Infinity })];
  expect(await thread.freeze('Ada', formVersion, undefined, work)).toEqual(
    await here.freeze('Ada', formVersion, undefined, work),
  );
  const printed = await thread.print('Ada', formVersion, undefined, printing);
  if (!(printed instanceof Uint8Array)) throw new Error('It was printed at once');
  expect(JSON.parse(Buffer.from(printed).toString('utf8'))).toEqual(
    JSON.parse(JSON.stringify(await here.print('Ada', formVersion, undefined, printing))),
  );
});

/** How often the event loop came round while something was done. */
const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let turns = 0;
  let done = false;
  const turn = (): void => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  done = true;
  return turns;
};

test('the service itself judges and prints long answers where they keep nobody waiting, and short ones at once', async () => {
  const formVersion = await formVersionOf(application);
  await formVersion.inLanguage(undefined);
  const { judging: own } = portal.services;
  const work = await freezing(application, 0);
  const withText = (characters: number): Freezing => ({
    ...work,
    draft: { ...work.draft, answers: { firstName: 'x'.repeat(characters) } },
  });
  const printing = (characters: number) => ({
    answers: withText(characters).draft.answers,
    context: { today: '2026-11-30', values: {} },
    options,
  });
  for (const { characters, elsewhere } of [
    { characters: 30_000, elsewhere: false },
    { characters: 32_000, elsewhere: true },
  ]) {
    const printed = await own.print('Ada', formVersion, undefined, printing(characters));
    const turns = await turnsDuring(() => own.freeze('Ada', formVersion, undefined, withText(characters)));
    expect([characters, printed instanceof Uint8Array, turns > 0]).toEqual([characters, elsewhere, elsewhere]);
  }
});

test('what takes longer than it may is told in words', async () => {
  const formVersion = await formVersionOf(id);
  const work = await freezing(id, 40);
  await expect(judging({ small: 0, seconds: 0.001 }).freeze('Ada', formVersion, undefined, work)).rejects.toMatchObject(
    {
      code: 'check-unavailable',
      extras: { retryAfter: 60 },
    },
  );
});

test('of many things that are wrong the first hundred are listed, and how many there are', async () => {
  const person = await portal.signedIn();
  const answers = filledTo(readForm(application).form, 20, 'wrong');
  const draft = expectStatus(await person.post('/api/drafts', { form: application, answers }), 201);
  const refused = await person.post(`/api/drafts/${String(draft['id'])}/submit`, { revision: draft['revision'] });
  const body = expectStatus(refused, 422);
  expect(body['code']).toBe('answers-invalid');
  expect(body['errors']).toHaveLength(100);
  expect(body['detail']).toMatch(/^\d{3,} answers are missing or not right\. The first 100 are named/);
});
