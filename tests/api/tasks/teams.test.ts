import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { startPortal, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

let portal: TestPortal;
let administrator: SignedIn;
beforeAll(async () => {
  const teams = { 'upper-river': 'upper@council.example', lakes: 'lakes@council.example' };
  portal = await startPortal({ config: { teams, council: 'Anyshire', contactPhone: '01632 960111' } });
  administrator = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

const put = (person: SignedIn, id: string, revision: number, officers: string[]) =>
  person.send('PUT', `/api/teams/${id}`, {
    body: JSON.stringify({
      name: 'River team',
      department: 'Waters',
      telephone: '01632 960112',
      address: 'The Weir',
      officers,
    }),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${revision}"` },
  });

test('the settings’ teams are there from the start, and an administrator says who works in them', async () => {
  const [officer, other, applicant] = [
    await portal.signedIn({ role: 'officer' }),
    await portal.signedIn({ role: 'officer' }),
    await portal.signedIn(),
  ];
  const { teams } = portal.services;
  expect((await officer.get('/api/teams')).body).toEqual([
    {
      id: 'lakes',
      revision: 1,
      name: 'Lakes',
      department: 'Anyshire',
      telephone: '01632 960111',
      address: '',
      officers: [],
    },
    expect.objectContaining({ id: 'upper-river', name: 'Upper river' }),
  ]);
  expect(await teams.of(officer.account._id)).toEqual([]);

  const changed = expectStatus(await put(administrator, 'upper-river', 1, [officer.account._id]), 200);
  expect(changed).toMatchObject({ name: 'River team', officers: [{ id: officer.account._id, email: officer.email }] });
  expect(await teams.of(officer.account._id)).toEqual(['upper-river']);
  expect(await teams.of(other.account._id)).toEqual([]);
  expect(await teams.of(administrator.account._id)).toEqual(['lakes', 'upper-river']);
  expect((await teams.officers('upper-river')).map(({ _id }) => _id)).toEqual([officer.account._id]);

  expect((await put(officer, 'upper-river', 2, [])).status).toBe(403);
  expect((await put(administrator, 'upper-river', 1, [])).status).toBe(409);
  expect((await put(administrator, 'ponds', 1, [])).status).toBe(404);
  const wrong = await put(administrator, 'upper-river', 2, [applicant.account._id]);
  expect([wrong.status, field(wrong.body, 'errors')]).toEqual([
    422,
    [expect.objectContaining({ pointer: '/officers/0' })],
  ]);

  await portal.services.load();
  expect((await teams.get('upper-river'))?.name).toBe('River team');
});

test('whoever no longer works for the council belongs to no team, whatever the team says', async () => {
  const officer = await portal.signedIn({ role: 'officer' });
  await put(administrator, 'lakes', 1, [officer.account._id]);
  expect(await portal.services.teams.of(officer.account._id)).toEqual(['lakes']);
  await administrator.put(`/api/accounts/${officer.account._id}/role`, { role: 'applicant' });
  expect(await portal.services.teams.of(officer.account._id)).toEqual([]);
  expect(await portal.services.teams.officers('lakes')).toEqual([]);
});
