/** An officer keeps the address of one case: planted words, looked for in everything that everybody outside the council is told, whenever it was sent. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, draftOf, save, taskOf, toUser } from '../../support/bank.ts';
import type { Answer } from '../../support/client.ts';
import type { SignedIn } from '../../support/portal.ts';
import { sendShelterReport, startShelter, toldTo, type Ids, type Shelter } from '../../support/shelter.ts';

let shelter: Shelter;
beforeAll(async () => {
  shelter = await startShelter();
});
afterAll(() => shelter.portal.stop());

/** The case's own address, and what case.json says goes with it. */
const words = ['SECRETaddress', 'SECRETphone'];
const heard = (told: ReadonlyMap<string, string>): string[] =>
  [...told].flatMap(([path, text]) => words.filter((word) => text.includes(word)).map((word) => `${word} in ${path}`));

const mark = async (addressKept: boolean, by = shelter.officer): Promise<Answer> => {
  const path = `/api/cases/${shelter.caseId}`;
  const revision = (await shelter.officer.get(path)).headers.get('ETag') ?? '';
  const headers = { 'Content-Type': 'application/json', 'If-Match': revision };
  return by.send('PUT', path, { body: JSON.stringify({ addressKept }), headers });
};

/** One form that the worker has open, one in the work group's tray and one that the worker has submitted. */
const sent = async (): Promise<Ids> => {
  const { worker, group, caseId } = shelter;
  const tray = await sendShelterReport(shelter, { kind: 'group', id: group._id });
  const ids: { tasks: string[]; drafts: string[] } = { tasks: [tray.id], drafts: [] };
  for (const submits of [false, true]) {
    const task = taskOf(await act(worker, await sendShelterReport(shelter, toUser(worker)), 'open'));
    expectStatus(
      await save(worker, await draftOf(worker, task), { report: 'PUBLICreport', placement: 'A house' }),
      200,
    );
    const { id, revision } = await draftOf(worker, task);
    if (submits) expectStatus(await worker.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
    ids.tasks.push(task.id);
    ids.drafts.push(id);
  }
  const { tasks, drafts } = ids;
  return { tasks, task: tasks, drafts, submissions: drafts, submission: drafts, cases: [caseId], threads: [] };
};

test('nobody outside the council is told of it, in what was sent before and after; the council is, and an officer can take it back', async () => {
  const { worker, colleague, manager, parent, officer, administrator } = shelter;
  const outside: SignedIn[] = [worker, colleague, manager, parent];
  const before = await sent();
  // This council gives it to professionals.
  expect(heard(await toldTo(shelter, worker, before)).length).toBeGreaterThan(6);

  for (const person of outside) expect((await mark(true, person)).status).toBe(403);
  expect(expectStatus(await mark(true), 200)).toMatchObject({ addressKept: true });
  const after = await sent();
  for (const ids of [before, after]) {
    for (const person of outside) expect(heard(await toldTo(shelter, person, ids))).toEqual([]);
    for (const person of [officer, administrator]) {
      const told = heard(await toldTo(shelter, person, ids)).join();
      expect(words.filter((word) => !told.includes(word))).toEqual([]);
    }
  }

  // Handed on, and what they write at its place goes nowhere.
  const [, open = ''] = after['tasks'] ?? [];
  expectStatus(await act(worker, { id: open, revision: 1 }, 'release'), 200);
  const moved = taskOf(
    await act(officer, taskOf(await officer.get(`/api/tasks/${open}`)), 're-assign', { to: toUser(colleague) }),
  );
  taskOf(await act(colleague, moved, 'open'));
  expect(heard(await toldTo(shelter, colleague, after))).toEqual([]);
  const saved = await save(colleague, await draftOf(colleague, moved), { home: { street: 'MINE' }, phone: 'MINE' });
  expectStatus(saved, 200);
  const held = expectStatus(await officer.get(`/api/tasks/${open}`), 200);
  expect(JSON.stringify(held)).toContain('SECRETaddress');
  expect(JSON.stringify(held)).not.toContain('MINE');

  expect(expectStatus(await mark(false), 200)).toMatchObject({ addressKept: false });
  expect(heard(await toldTo(shelter, worker, before)).length).toBeGreaterThan(6);
  for (const action of ['case-address-kept', 'case-address-given']) {
    const { items } = expectStatus(await administrator.get(`/api/audit?action=${action}`), 200);
    expect(JSON.stringify(items).split(action)).toHaveLength(2);
  }
}, 240_000);
