/** What the council gave stays as the council gave it, whatever a draft is sent: every locked place of every form. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompiledForm, Example } from '../../../engine/index.ts';
import { fromPointer, isObject, valueAt, withValueAt, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { readPackages } from '../../../scripts/forms/packages.ts';
import { expectStatus } from '../../support/angling.ts';
import { act, draftOf, save, taskOf, type Sent } from '../../support/bank.ts';
import { formsDir, readForm } from '../../support/browser/read-form.ts';
import { ownForms } from '../../support/servers/own-forms.ts';
import { startPortal, testClock, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';
import { saidIn } from '../../support/shelter.ts';
import { recordFor } from '../../support/task-example.ts';

const forms = [...new Set(readPackages(formsDir).map(({ form }) => form))].map((id) => ({ id, ...readForm(id) }));
const ofKind = (kind: string) => forms.filter(({ form }) => form.definition.manifest.kind === kind);

let portal: TestPortal;
let officer: SignedIn;
let person: SignedIn;
let colleague: SignedIn;
let manager: SignedIn;
let group: string;
beforeAll(async () => {
  portal = await startPortal({
    clock: testClock(new Date('2026-11-24T10:00:00Z')),
    config: ownForms(),
  });
  officer = await portal.signedIn({ role: 'administrator' });
  const profile = { professional: true, jobRole: 'SENCo', organisation: 'Heron Bank' };
  [person, colleague, manager] = [
    await portal.signedIn({ profile }),
    await portal.signedIn({ profile }),
    await portal.signedIn({ profile }),
  ];
  const made = await portal.services.groups.create({
    name: 'Heron Bank',
    organisation: 'Heron Bank',
    members: [person.account._id, colleague.account._id],
    managers: [manager.account._id],
  });
  group = made._id;
});
afterAll(() => portal.stop());

/** The example that says most. */
const fullest = (examples: Record<string, Example>): Example => {
  const [most] = Object.values(examples).sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  if (most === undefined) throw new Error('A form without examples');
  return most;
};

const begun = async (id: string, form: CompiledForm, { answers }: Example): Promise<Sent> => {
  const { fields } = expectStatus(await officer.get('/api/case-settings'), 200);
  const values = recordFor(form, answers, Array.isArray(fields) ? fields : []);
  const { firstName = 'Leo', lastName = 'Fenwick', dateOfBirth = '2016-05-30', upn } = answers;
  const subject = { firstName, lastName, dateOfBirth, identifiers: typeof upn === 'string' ? { upn } : {} };
  const first = await officer.post('/api/cases', { subject, team: 'send', values });
  const like: unknown = field(first.body, 'candidates');
  const evenIf = Array.from(Array.isArray(like) ? like : [], (each: unknown) => field(each, 'id'));
  const made =
    first.status === 409 ? await officer.post('/api/cases', { subject, team: 'send', values, evenIf }) : first;
  const about = String(expectStatus(made, 201)['id']);
  const { sends: asked } = expectStatus(await officer.get(`/api/council/tasks/proposal?case=${about}&form=${id}`), 200);
  const names = new Set<unknown>(Array.isArray(asked) ? asked : []);
  const sends = Object.fromEntries(Object.entries(answers).filter(([key]) => names.has(key)));
  const to = [{ kind: 'group', id: group }];
  const sent = await officer.post('/api/council/tasks', { case: about, form: id, to, sends });
  const task = taskOf({ ...sent, body: field(sent.body, '0') }, 201);
  return taskOf(await act(person, taskOf(await act(person, task, 'pick-up')), 'open'));
};

/** Another value of the same kind, as somebody could type it. */
const another = (value: JsonValue): JsonValue => {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? '2001-01-01' : 'Overwritten';
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.map(another);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, another(each)])) : 'x';
};

const asObject = (value: JsonValue): JsonObject => (isObject(value) ? value : {});

test.each(ofKind('task'))(
  '$id: nothing that is locked in a draft changes by saving, whoever reads it',
  async ({ id, form, examples }) => {
    const task = await begun(id, form, fullest(examples));
    const draft = await draftOf(person, task);
    const begunWith = draft.answers as JsonObject;
    const places = Array.from<unknown, string>(draft['locked'] as unknown[], String);
    expect(places.length).toBeGreaterThan(4);
    const wrong: string[] = [];
    const look = (what: string, answers: unknown): void => {
      for (const place of places)
        if (JSON.stringify(valueAt(answers as JsonObject, place)) !== JSON.stringify(valueAt(begunWith, place)))
          wrong.push(`${place} after ${what}`);
    };
    let { revision } = draft;
    const patch = async (what: string, change: { set?: JsonObject; unset?: string[] }): Promise<void> => {
      const answer = await person.patch(`/api/drafts/${draft.id}`, { revision, ...change });
      if (answer.status === 422 && field(answer.body, 'code') === 'answers-far-over') return;
      const saved = expectStatus(answer, 200);
      revision = Number(saved['revision']);
      const { answers } = await draftOf(person, task);
      look(what, answers);
      // The page takes on what it is told of those answers that it sent.
      for (const key of [...Object.keys(change.set ?? {}), ...(change.unset ?? [])])
        if (places.some((place) => fromPointer(place)[0] === key))
          expect([key, field(saved['answers'], key)]).toEqual([key, answers[key]]);
    };

    for (const place of places) {
      const [key = ''] = fromPointer(place);
      const held = valueAt(begunWith, place) ?? null;
      const put = (value: JsonValue | undefined): JsonObject => ({
        [key]: asObject(withValueAt(begunWith, place, value))[key] ?? null,
      });
      await patch(`setting ${place}`, { set: put(another(held)) });
      if (fromPointer(place).length > 1) await patch(`leaving out ${place}`, { set: put(undefined) });
    }

    const keys = [...new Set(places.map((place) => fromPointer(place)[0] ?? ''))];
    for (const key of keys) {
      await patch(`unsetting /${key}`, { unset: [key] });
      for (const value of [[], {}, null]) await patch(`${JSON.stringify(value)} at /${key}`, { set: { [key]: value } });
    }
    const all = Object.fromEntries(keys.map((key) => [key, another(begunWith[key] ?? null)]));
    await patch('setting all at once', { set: all });
    const read = expectStatus(await officer.get(`/api/tasks/${task.id}`), 200);
    look('reading by the council', read['answers']);
    const pdf = await person.get(`/api/drafts/${draft.id}/pdf`);
    expect(pdf.status).toBe(200);
    expect(saidIn(pdf)).not.toMatch(/Overwritten|1 January 2001/);

    const now = taskOf(await manager.get(`/api/tasks/${task.id}`));
    const to = { kind: 'user', id: colleague.account._id };
    expectStatus(await act(manager, now, 're-assign', { to, comment: 'Please go on.' }), 200);
    await portal.services.relay.run();
    look('re-assigning', (await draftOf(colleague, task)).answers);
    expect(wrong).toEqual([]);
  },
  300_000,
);

test.each(ofKind('application'))('$id: nothing is locked, and everything can be changed', async ({ id, examples }) => {
  const draft = expectStatus(await officer.post('/api/drafts', { form: id }), 201);
  expect(draft['locked']).toEqual([]);
  const { answers } = fullest(examples);
  const sent = { id: String(draft['id']), revision: Number(draft['revision']) };
  const saved = expectStatus(await save(officer, sent, answers), 200);
  expect(Object.keys(saved)).not.toContain('answers');
});
