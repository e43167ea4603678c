/** A request with nothing but who asks, for whom, the date of birth and a telephone number is taken by the service itself, and offered first. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { formsDir } from '../../support/browser/read-form.ts';
import { field, listOf } from '../../support/read.ts';
import { startPortal, type TestPortal } from '../../support/portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal({ config: { formsDir } });
});
afterAll(() => portal.stop());

const whom = (dateOfBirth: string) => ({ firstName: 'Ola', lastName: 'Nowak', dateOfBirth });

test.each([
  ['ehcna-parents-young-person', { s36Statements: ['parent'], contactPhone: '07700 900123', ...whom('2018-03-14') }],
  [
    'ehcna-parents-young-person',
    { s36Statements: ['youngPerson'], contactPhone: '07700 900123', ...whom('2008-03-14') },
  ],
  ['ehcna-early-years', { s36Statements: ['professional'], settingPhone: '01632 960001', ...whom('2024-03-14') }],
  ['ehcna-primary', { s36Statements: ['representative'], settingPhone: '01632 960001', ...whom('2018-03-14') }],
  [
    'ehcna-secondary-further-education',
    { s36Statements: ['professional'], settingPhone: '01632 960001', ...whom('2012-03-14') },
  ],
  ['ehcp-draft-comments', { asks: 'parent', ...whom('2018-03-14') }],
  ['ehcp-review-views', { asks: 'youngPerson', ...whom('2008-03-14') }],
  ['ehcp-reassessment-request', { asks: 'parent', contactPhone: '07700 900123', ...whom('2018-03-14') }],
])('%s: %j', async (form, answers) => {
  const professional = 's36Statements' in answers && form !== 'ehcna-parents-young-person';
  const person = await portal.signedIn({
    profile: professional ? { professional, jobRole: 'SENCo', organisation: 'Kingfisher School' } : {},
  });
  const begun = expectStatus(await person.post('/api/drafts', { form, answers }), 201);
  const revision = Number(begun['revision']);
  const sent = expectStatus(await person.post(`/api/drafts/${String(begun['id'])}/submit`, { revision }), 201);
  expect(sent).toMatchObject({ subject: 'Ola Nowak', team: 'send' });
  expect(expectStatus(await person.get(`/api/submissions/${String(begun['id'])}`), 200)).toMatchObject({ answers });
});

test('requests for an assessment are offered before what is for those who have a plan', async () => {
  const offered = listOf((await portal.client().get('/api/forms')).body);
  const ids = offered.map((form) => String(field(form, 'id')));
  expect(ids.slice(0, 4)).toEqual([
    'ehcna-parents-young-person',
    'ehcna-early-years',
    'ehcna-primary',
    'ehcna-secondary-further-education',
  ]);
  expect(ids).toContain('ehcp-draft-comments');
});
