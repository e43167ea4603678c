/** Every form that the council sends as a task, sent about a case of its own records, filled in and submitted. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Example } from '../../../engine/index.ts';
import { isObject } from '../../../engine/json.ts';
import { act, draftOf, save, taskOf } from '../../support/bank.ts';
import { expectStatus } from '../../support/angling.ts';
import { readPackages } from '../../../scripts/forms/packages.ts';
import { startPortal, testClock } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

const forms = join(import.meta.dirname, '../../../forms');

const isExample = (value: unknown): value is Example => isObject(value) && isObject(value['answers']);

const minimal = async (form: string): Promise<Example> => {
  const versions = (await readdir(join(forms, form))).sort();
  const file = join(forms, form, versions.at(-1) ?? '', 'examples', 'minimal.json');
  const example: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!isExample(example)) throw new Error(`${file} is not an example`);
  return example;
};

/** What each is noted as in its case. */
const noted: Record<string, string[]> = {
  'ehcp-annual-review': ['reviewFormSent', 'reviewMeeting', 'reviewReport'],
  'ehcp-information-gathering': ['adviceAsked', 'adviceAnswered'],
  'ehcp-school-consultation': ['consulted', 'consultationAnswered'],
};

const sent = [
  ...new Set(
    readPackages(forms)
      .filter(({ files }) => /"kind":\s*"task"/.test(files['form.json'] ?? ''))
      .map(({ form }) => form),
  ),
];

test('each form that is sent has what it is noted as', () => expect(sent.sort()).toEqual(Object.keys(noted).sort()));

test.each(sent)('%s', async (form) => {
  const { answers, today } = await minimal(form);
  const clock = testClock(new Date(`${today}T09:00:00Z`));
  const config = {
    formsDir: forms,
    councilDir: 'council',
    serveUnpublished: true,
    teams: { send: 'send@example.org' },
  };
  const portal = await startPortal({ config, clock });
  try {
    const officer = await portal.signedIn({ role: 'administrator' });
    const person = await portal.signedIn({
      profile: { professional: true, jobRole: 'SENCo', organisation: 'Heron Bank' },
    });
    const group = await portal.services.groups.create({
      name: 'Heron Bank',
      organisation: 'Heron Bank School',
      members: [person.account._id],
      managers: [],
    });
    const { firstName, lastName, dateOfBirth } = answers;
    const subject = { firstName, lastName, dateOfBirth, identifiers: {} };
    const caseId = String(expectStatus(await officer.post('/api/cases', { subject, team: 'send' }), 201)['id']);
    const proposal = expectStatus(await officer.get(`/api/council/tasks/proposal?case=${caseId}&form=${form}`), 200);
    const asked = new Set<unknown>(Array.isArray(proposal['sends']) ? Array.from<unknown>(proposal['sends']) : []);
    const sends = Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)));
    const to = [{ kind: 'group', id: group._id }];
    const answer = await officer.post('/api/council/tasks', { case: caseId, form, to, sends });
    expect([answer.status, field(field(answer.body, '0'), 'warnings')]).toEqual([201, []]);
    const task = taskOf(await officer.get(`/api/tasks/${String(field(field(answer.body, '0'), 'id'))}`));
    const held = taskOf(await act(person, task, 'pick-up'));
    expectStatus(await act(person, held, 'open'), 200);
    const draft = await draftOf(person, held);
    // Signed on the day on which the portal asks for it, as it offers.
    const { signDate } = draft.answers;
    const given = { ...answers, ...(signDate === undefined ? {} : { signDate }) };
    const saved = expectStatus(await save(person, draft, given), 200);
    taskOf(await person.post(`/api/tasks/${task.id}/submit`, { revision: saved['revision'] }), 201);
    await portal.services.relay.run();
    const events = (await portal.store.get('cases', caseId))?.events.map(({ name }) => name);
    expect(events).toEqual(noted[form]);
  } finally {
    await portal.stop();
  }
});
