/** Submissions as a council has them, put into a store, and the lists that people open of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../engine/json.ts';
import { systemClock } from '../server/core/clock.ts';
import { readPackages } from '../server/modules/catalogue/packages.ts';
import type { Services } from '../server/composition/services.ts';
import { subjectWords } from '../server/modules/submissions/search.ts';
import type { Caller } from '../server/platform/http/route.ts';
import type { Store } from '../server/platform/storage/store.ts';
import { AT_ONCE, NAMES, TEAMS, pick, type List } from './task-stock.ts';

/** Of one person. */
const EACH = 2;
const dayMs = 86_400_000;
const forms = join(import.meta.dirname, '..', 'forms');

/** The answers of every recorded example called `full`, so that a submission is as large as real ones. */
const fullAnswers = async (): Promise<{ form: string; answers: JsonObject }[]> => {
  const found: { form: string; answers: JsonObject }[] = [];
  for (const { form, version } of await readPackages(forms)) {
    const text = await readFile(join(forms, form, version, 'examples', 'full.json'), 'utf8').catch(() => 'null');
    const example: unknown = JSON.parse(text);
    const answers = isObject(example) ? example['answers'] : undefined;
    if (isObject(answers)) found.push({ form, answers });
  }
  return found;
};

/** `FW-0000-00A7`: in an order, so that no two are the same. */
const referenceOf = (index: number): string => {
  const digits = index.toString(32).toUpperCase().padStart(8, '0');
  return `FW-${digits.slice(0, 4)}-${digits.slice(4)}`;
};

const lastNameOf = (index: number): string => `${pick(NAMES, index)}${Math.floor(index / 10)}`;

const submissionOf = (index: number, { form, answers }: { form: string; answers: JsonObject }, today: number) => {
  const [firstName, lastName] = [`Sam${index}`, lastNameOf(index)];
  const submittedAt = new Date(today - (index % 1000) * dayMs - index).toISOString();
  return {
    _id: `submission${String(index).padStart(8, '0')}`,
    reference: referenceOf(index),
    form: { id: form, version: '1.0.0', hash: 'a'.repeat(64), title: form },
    answers,
    sha256: 'b'.repeat(64),
    context: {},
    today: submittedAt.slice(0, 10),
    attachments: [],
    owner: `person${Math.floor(index / EACH)}`,
    submittedBy: 'Ann Smith',
    submittedAt,
    visibleUntil: new Date(Date.parse(submittedAt) + 2000 * dayMs).toISOString(),
    team: pick(TEAMS, Math.floor(index / EACH)),
    subject: `${firstName} ${lastName}`,
    firstName,
    lastName,
    dateOfBirth: '2015-04-03',
    words: subjectWords(firstName, lastName),
    effects: [],
  };
};

/** Puts so many submissions in. */
export const stockSubmissions = async (store: Store, count: number): Promise<void> => {
  const full = await fullAnswers();
  const today = systemClock.now().getTime();
  for (let start = 0; start < count; start += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, each) => {
        const index = start + each;
        return store.insert('submissions', submissionOf(index, pick(full, index), today));
      }),
    );
};

/** The lists that people open, each for another person at each turn. `officer` works in all teams. */
export const submissionLists = (
  { submissions }: Pick<Services, 'submissions'>,
  count: number,
  officer: string,
): Record<string, List> => {
  const callerOf = (accountId: string, role: Caller['role']): Caller => ({
    accountId,
    role,
    email: '',
    professional: false,
    sessionId: '',
    name: 'Ann Smith',
  });
  const received = (role: 'officer' | 'administrator', typed: string) =>
    submissions.received(callerOf(officer, role), { q: typed, limit: 25 });
  return {
    'one’s own': async (turn) => ({
      items: await submissions.list(callerOf(`person${(turn * 7919) % Math.floor(count / EACH)}`, 'applicant')),
    }),
    'received by three teams': () => received('officer', ''),
    'received by all teams': () => received('administrator', ''),
    'found by a name': (turn) => received('officer', lastNameOf((turn * 7919) % count)),
    'found by a reference': (turn) => received('officer', referenceOf((turn * 7919) % count)),
  };
};
