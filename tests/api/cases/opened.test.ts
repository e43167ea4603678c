/** A case that is opened from a submitted form: linked to it, the event noted on the day when it came, the clock running. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginComplete, expectStatus, startAngling } from '../../support/angling.ts';
import { field, listOf } from '../../support/read.ts';
import { testClock, type SignedIn, type TestPortal } from '../../support/portal.ts';

let portal: TestPortal;
let officer: SignedIn;
let stranger: SignedIn;
/** A form that came three days ago. */
let came: string;
beforeAll(async () => {
  portal = await startAngling({
    clock: testClock(new Date('2026-03-02T09:00:00Z')),
    config: { councilDir: fileURLToPath(new URL('../../support/clock-council', import.meta.url)) },
  });
  came = (await submitted()).id;
  portal.clock.forward({ days: 3 });
  officer = await portal.signedIn({ role: 'officer' });
  stranger = await portal.signedIn({ role: 'officer' });
  await portal.services.teams.join('upper-river', officer.account._id);
  await portal.services.teams.join('rivers', stranger.account._id);
});
afterAll(() => portal.stop());

const submitted = async (): Promise<{ person: SignedIn; id: string }> => {
  const person = await portal.signedIn();
  const { id, revision } = await beginComplete(person);
  const made = expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  return { person, id: String(made['id']) };
};

const subject = (lastName: string) => ({
  firstName: 'Żółta',
  lastName,
  dateOfBirth: '2015-04-03',
  identifiers: {},
});

test('it has the form, the event of the day when it came, and its clock', async () => {
  const wanted = {
    subject: subject('O’Neill'),
    team: 'upper-river',
    values: { 'permit.river': 'upper' },
    openedFrom: came,
  };
  const made = expectStatus(await officer.post('/api/cases', wanted), 201);
  expect(made).toMatchObject({
    openedFrom: came,
    values: { 'permit.river': 'upper' },
    events: [{ name: 'asked', on: '2026-03-02' }],
    clocks: [{ id: 'decide', startedOn: '2026-03-02' }],
  });
  const byForm = async (who: SignedIn) =>
    listOf(field((await who.get(`/api/cases?openedFrom=${came}`)).body, 'items')).map((found) => field(found, 'id'));
  expect(await byForm(officer)).toEqual([made['id']]);
  expect(await byForm(stranger)).toEqual([]);

  const again = await officer.post('/api/cases', { ...wanted, subject: subject('Other') });
  expect(again.status).toBe(422);
  expect(again.body).toMatchObject({ errors: [{ pointer: '/openedFrom' }] });
});

test('of two who open a case from one form at once, about whomever, one does', async () => {
  const { id } = await submitted();
  const open = (lastName: string) =>
    officer.post('/api/cases', { subject: subject(lastName), team: 'upper-river', openedFrom: id });
  const answers = await Promise.all(['Bittern', 'Curlew', 'Dunlin'].map(open));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  for (const { status, body } of answers)
    if (status === 422) expect(body).toMatchObject({ errors: [{ pointer: '/openedFrom' }] });
});

test('nobody opens a case from a form that did not come to their team', async () => {
  const { person, id } = await submitted();
  const wanted = (team: string) => ({ subject: subject('Heron'), team, openedFrom: id });
  expect((await stranger.post('/api/cases', wanted('rivers'))).status).toBe(404);
  expect((await person.post('/api/cases', wanted('upper-river'))).status).toBe(403);
  expect((await officer.post('/api/cases', { ...wanted('upper-river'), openedFrom: 'none-such-form' })).status).toBe(
    404,
  );
});
