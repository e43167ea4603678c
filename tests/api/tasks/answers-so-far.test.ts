/** What the council reads of a task before it is submitted holds all that it reads afterwards: every recorded example of every task's form. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  printDocument,
  type CompiledForm,
  type Example,
  type PrintBlock,
  type PrintDocument,
} from '../../../engine/index.ts';
import { isObject, valueAt } from '../../../engine/json.ts';
import { answersSent, answersSoFar } from '../../../renderer/pages/forms/submitted/drawn.ts';
import { readPackages } from '../../../scripts/forms/packages.ts';
import type { Submission } from '../../../wire/form.ts';
import type { Task } from '../../../wire/task.ts';
import { expectStatus, upload } from '../../support/angling.ts';
import { act, draftOf, save, taskOf, type Sent } from '../../support/bank.ts';
import { pdf } from '../../support/files.ts';
import { ownForms } from '../../support/servers/own-forms.ts';
import { startPortal, testClock, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { formsDir, readForm } from '../../support/browser/read-form.ts';
import { field } from '../../support/read.ts';
import { filledIn, recordFor } from '../../support/task-example.ts';
import { lettersOf } from '../../pdf/expected.ts';
import { structureTexts } from '../../pdf/structure-tree.ts';

const timeZone = 'Europe/London';
const forms = [...new Set(readPackages(formsDir).map(({ form }) => form))]
  .map((id) => ({ id, ...readForm(id) }))
  .filter(({ form }) => form.definition.manifest.kind === 'task');

let portal: TestPortal;
let officer: SignedIn;
/** Of the team that the tasks come from. */
let colleague: SignedIn;
let person: SignedIn;
/** Of the work group that has the tasks. */
let manager: SignedIn;
let group: string;
beforeAll(async () => {
  portal = await startPortal({
    clock: testClock(new Date('2026-11-24T10:00:00Z')),
    config: ownForms(),
  });
  officer = await portal.signedIn({ role: 'administrator' });
  colleague = await portal.signedIn({ role: 'officer' });
  await portal.services.teams.join('send', colleague.account._id);
  manager = await portal.signedIn({ profile: { professional: true, organisation: 'Heron Bank' } });
  person = await portal.signedIn({
    profile: { professional: true, jobRole: 'SENCo', organisation: 'Heron Bank' },
  });
  const made = await portal.services.groups.create({
    name: 'Heron Bank',
    organisation: 'Heron Bank',
    members: [person.account._id],
    managers: [manager.account._id],
  });
  group = made._id;
});
afterAll(() => portal.stop());

const answerOf = (block: PrintBlock): [string, unknown][] => {
  if (block.kind === 'answer') return block.lines.length === 0 ? [] : [[block.pointer, block.lines]];
  return block.kind === 'table' && block.rows.length > 0 ? [[block.pointer, block.rows]] : [];
};

/** Every answer that is drawn on the form's pages, by its place; what the council is warned of when it has come in is none. */
const drawn = (form: CompiledForm, { sections, attachments }: PrintDocument): Record<string, unknown> => {
  const pages = new Set(form.pages.map(({ id }) => id));
  return Object.fromEntries([
    ...sections.filter(({ id }) => pages.has(id)).flatMap(({ blocks }) => blocks.flatMap(answerOf)),
    ...attachments.map(({ id, name }): [string, unknown] => [id, name]),
  ]);
};

/** Sends a task and fills it in as the example says; nothing where it cannot be. */
const filled = async (id: string, form: CompiledForm, { answers }: Example) => {
  const { fields } = expectStatus(await officer.get('/api/case-settings'), 200);
  const values = recordFor(form, answers, Array.isArray(fields) ? fields : []);
  const { firstName = 'Leo', lastName = 'Fenwick', dateOfBirth = '2016-05-30', upn } = answers;
  const subject = { firstName, lastName, dateOfBirth, identifiers: typeof upn === 'string' ? { upn } : {} };
  const first = await officer.post('/api/cases', { subject, team: 'send', values });
  const like: unknown = field(first.body, 'candidates');
  const evenIf = Array.from(Array.isArray(like) ? like : [], (each: unknown) => field(each, 'id'));
  const made =
    first.status === 409 ? await officer.post('/api/cases', { subject, team: 'send', values, evenIf }) : first;
  if (made.status !== 201) return undefined;
  const about = String(expectStatus(made, 201)['id']);
  const { sends: asked } = expectStatus(await officer.get(`/api/council/tasks/proposal?case=${about}&form=${id}`), 200);
  const names = new Set<unknown>(Array.isArray(asked) ? asked : []);
  const sends = Object.fromEntries(Object.entries(answers).filter(([key]) => names.has(key)));
  const sent = await officer.post('/api/council/tasks', {
    case: about,
    form: id,
    to: [{ kind: 'group', id: group }],
    sends,
  });
  if (sent.status !== 201 || !Array.isArray(sent.body)) return undefined;
  const task = taskOf({ ...sent, body: sent.body[0] }, 201);
  taskOf(await act(person, taskOf(await act(person, task, 'pick-up')), 'open'));
  const draft = await draftOf(person, task);
  const locked = new Set(Array.isArray(draft['locked']) ? draft['locked'].map(String) : []);
  const begun = isObject(draft.answers) ? draft.answers : {};
  const whole = filledIn(answers, begun);
  const documents: Record<string, unknown> = {};
  for (const { kind, pointer } of form.questions) {
    const rows = valueAt(answers, pointer);
    if (kind !== 'files' || !Array.isArray(rows)) continue;
    const added = [];
    for (const row of rows.filter(isObject)) {
      const uploaded = await upload(person, draft.id, 'letter.pdf', pdf);
      // An example of more documents than the form takes.
      if (uploaded.status !== 201) return undefined;
      const { scan: _, ...file } = expectStatus(uploaded, 201);
      added.push({ ...row, file });
    }
    documents[pointer.slice(1)] = added;
  }
  const set = Object.fromEntries(
    Object.entries(isObject(whole) ? whole : {}).filter(([key]) => !locked.has(`/${key}`) && !names.has(key)),
  );
  const saved = await save(person, draft, { ...set, ...documents });
  if (saved.status !== 200) return undefined;
  return { id: task.id, revision: Number(expectStatus(saved, 200)['revision']) };
};

/** Reads a task that is filled in, submits it and reads it again; nothing where it cannot be submitted. */
const readTwice = async (form: string, compiled: CompiledForm, example: Example) => {
  const task = await filled(form, compiled, example);
  if (task === undefined) return undefined;
  const before = await officer.get(`/api/tasks/${task.id}`);
  const { revision } = task;
  const sub = await person.post(`/api/tasks/${task.id}/submit`, { revision });
  if (sub.status !== 201) return undefined;
  const { submission } = expectStatus(await officer.get(`/api/tasks/${task.id}`), 200);
  const after = await officer.get(`/api/submissions/${String(submission)}`);
  return { before: before.body as Task, after: after.body as Submission };
};

test.each(forms)(
  '$id: nothing is read of the submitted form that was not read before',
  async ({ id, form, examples }) => {
    const why: string[] = [];
    let compared = 0;
    for (const [name, example] of Object.entries(examples)) {
      const read = await readTwice(id, form, example);
      if (read === undefined) continue;
      compared += 1;
      const before = drawn(form, answersSoFar(form, read.before, { today: example.today, timeZone }));
      const after = drawn(form, answersSent(form, read.after, 'council', timeZone));
      expect(Object.keys(after).length).toBeGreaterThan(0);
      for (const [place, shown] of Object.entries(after))
        if (JSON.stringify(before[place]) !== JSON.stringify(shown))
          why.push(`${name} ${place}: ${JSON.stringify(shown)}, before ${JSON.stringify(before[place])}`);
    }
    expect(why).toEqual([]);
    expect(compared).toBeGreaterThan(2);
  },
  300_000,
);

/** The letters of a PDF as they are read aloud; of a refusal its status. */
const paperOf = async (reader: SignedIn, task: string): Promise<string> => {
  const answer = await reader.get(`/api/tasks/${task}/pdf`);
  return answer.status === 200 ? structureTexts(answer.bytes).map(lettersOf).join('') : String(answer.status);
};

/** Questions that are answered and stand in the council's copy only. */
const forCouncilOnly = (form: CompiledForm, document: PrintDocument): string[] => {
  const kept = new Set(
    form.questions.filter(({ element }) => element.options?.print === 'council').map(({ pointer }) => pointer),
  );
  return document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      'pointer' in block && kept.has(block.pointer) && answerOf(block).length > 0 ? [lettersOf(block.question)] : [],
    );
};

test('paper is the copy of whoever reads it: the council’s for its officers in every state, and nobody else’s in any', async () => {
  const wrong: string[] = [];
  let read = 0;
  for (const { id, form, examples } of forms) {
    for (const [name, example] of Object.entries(examples)) {
      const only = forCouncilOnly(
        form,
        printDocument(
          form,
          example.answers,
          { today: example.today, values: example.context ?? {} },
          { status: 'draft', copy: 'council', timeZone },
        ),
      );
      // Where nothing is for the council alone, both copies say the same.
      if (only.length === 0) continue;
      const task = await filled(id, form, example);
      if (task === undefined) continue;
      const look = async (state: string): Promise<void> => {
        const council = { administrator: officer, officer: colleague };
        for (const [who, reader] of Object.entries({ ...council, holder: person, manager })) {
          const letters = await paperOf(reader, task.id);
          read += 1;
          const shown = only.filter((question) => letters.includes(question));
          const whole = who in council ? only : [];
          if (JSON.stringify(shown) !== JSON.stringify(whole))
            wrong.push(`${id} ${name}, ${state}, ${who}: ${JSON.stringify(shown)} of ${JSON.stringify(only)}`);
        }
      };
      await look('open');
      const held = (): Promise<Sent> => officer.get(`/api/tasks/${task.id}`).then(taskOf);
      const sent = await person.post(`/api/tasks/${task.id}/submit`, { revision: task.revision });
      if (sent.status === 201) {
        await look('submitted');
        taskOf(await act(officer, await held(), 'reopen', { comment: 'One more thing' }));
        await look('reopened');
      }
      taskOf(await act(officer, await held(), 'retract', { comment: 'Sent by mistake' }));
      await look('retracted');
      // Another example of the same form would say no more.
      break;
    }
  }
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(15);
}, 300_000);
