import { afterAll, beforeAll, expect, test } from 'vitest';
import { testClock, startPortal, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';
import { brokenAt } from '../../../server/modules/audit/index.ts';
import type { Answer } from '../../support/client.ts';
import { like } from '../../support/like.ts';
import { textOf } from '../../../engine/json.ts';

let portal: TestPortal;
let officer: SignedIn;
let colleague: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  portal = await startPortal({
    config: { councilDir: 'council', teams: { north: 'north@example.org', south: 'south@example.org' } },
    clock: testClock(new Date('2026-03-02T09:00:00Z')),
  });
  officer = await portal.signedIn({ role: 'officer', profile: { forename: 'Ruth', surname: 'Amos' } });
  colleague = await portal.signedIn({ role: 'officer' });
  administrator = await portal.signedIn({ role: 'administrator' });
  await portal.services.teams.join('north', officer.account._id);
  await portal.services.teams.join('south', colleague.account._id);
});
afterAll(() => portal.stop());

const subject = (
  firstName: string,
  lastName: string,
  dateOfBirth: string,
  identifiers: Record<string, string> = {},
) => ({
  firstName,
  lastName,
  dateOfBirth,
  identifiers,
});

const open = async (who: SignedIn, about: ReturnType<typeof subject>, more: object = {}): Promise<Answer> =>
  who.post('/api/cases', { subject: about, team: 'north', ...more });

const idOf = (answer: Answer): string => String(field(answer.body, 'id'));

const put = (who: SignedIn, path: string, revision: unknown, body: object): Promise<Answer> =>
  who.send('PUT', path, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${String(revision)}"` },
  });

const found = async (who: SignedIn, q: string): Promise<string[]> => {
  const answer = await who.get(`/api/cases?q=${encodeURIComponent(q)}`);
  const items = field(answer.body, 'items');
  return Array.isArray(items) ? items.map((item) => String(field(field(item, 'subject'), 'lastName'))) : [];
};

test('a case is opened, read and changed by its team; to other teams it does not exist', async () => {
  const made = await open(officer, subject(' Łucja ', 'Nowak', '2015-05-06', { upn: 'b801 2000 05001' }), {
    officer: officer.account._id,
    values: { 'child.yearGroup': '5', 'plan.date': '2025-09-01', 'plan.settingName': '  ' },
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    subject: { firstName: 'Łucja', lastName: 'Nowak' },
    identifiers: { upn: 'B801200005001' },
    officer: { name: 'Ruth Amos' },
    values: { 'child.yearGroup': '5', 'plan.date': '2025-09-01' },
    revision: 1,
    openTasks: 0,
  });
  expect(field(made.body, 'values')).not.toHaveProperty('plan.settingName');
  const path = `/api/cases/${idOf(made)}`;
  expect((await colleague.get(path)).status).toBe(404);
  expect((await put(colleague, path, 1, { team: 'south' })).status).toBe(404);
  expect((await colleague.post(`${path}/events`, { name: 'finalPlan', on: '2026-01-01' })).status).toBe(404);
  expect((await administrator.get(path)).status).toBe(200);

  expect((await officer.put(path, { values: {} })).status).toBe(428);
  const changed = await put(officer, path, 1, { values: { 'plan.date': null, 'child.primaryNeed': 'SLCN' } });
  expect(changed.headers.get('ETag')).toBe('"2"');
  expect(field(changed.body, 'values')).toEqual({ 'child.yearGroup': '5', 'child.primaryNeed': 'SLCN' });
  expect(await put(officer, path, 1, { values: {} })).toMatchObject({
    status: 409,
    body: { code: 'conflict', revision: 2 },
  });

  const moved = await put(officer, path, 2, { team: 'south' });
  expect(moved.status).toBe(200);
  expect(moved.body).not.toHaveProperty('officer');
  expect((await officer.get(path)).status).toBe(404);
  expect((await colleague.get(path)).status).toBe(200);
});

test('values and identifiers are refused by what they are, each at its place', async () => {
  const answer = await open(officer, subject('Ada', 'Wrong', '2015-02-03'), {
    values: {
      'child.primaryNeed': 'nothing',
      'plan.date': '2025-02-30',
      'plan.outcomes': [{ number: 'one' }],
      'plan.magic': 'x',
    },
  });
  expect(answer.status).toBe(422);
  const errors = field(answer.body, 'errors');
  expect(Array.isArray(errors) && errors.map((error) => field(error, 'pointer'))).toEqual([
    '/values/child.primaryNeed',
    '/values/plan.date',
    '/values/plan.outcomes',
    '/values/plan.magic',
  ]);
  for (const wrong of [
    subject('A', 'B', '2015-02-03', { upn: 'A801200005001' }),
    subject('A', 'B', '2015-02-03', { passport: '1' }),
    subject('A', 'B', '2027-01-01'),
  ])
    expect((await open(officer, wrong)).status).toBe(422);
  expect((await open(officer, subject('A', 'B', '2015-02-03'), { team: 'south' })).status).toBe(422);
  expect((await open(officer, subject('A', 'B', '2015-02-03'), { officer: colleague.account._id })).status).toBe(422);
});

test('a second case of the same person is warned of, however the name is written, and made only on purpose', async () => {
  const first = idOf(
    await open(officer, subject('Anne-Marie', 'O’Brien', '2014-08-09', { nhsNumber: '943 476 5919' })),
  );
  const written: [string, string][] = [
    ['anne marie', "O'Brien"],
    ['Annemarie', 'OBRIEN'],
    ['O’Brien', 'Anne-Marie'],
    ['Ânne-Mârie', 'Ó’Brien'],
    ['Anne-Marie Louise', 'O’Brien'],
    ['Anne-Marie', 'O’Brein'],
  ];
  for (const [firstName, lastName] of written) {
    const answer = await open(officer, subject(firstName, lastName, '2014-08-09'));
    expect([firstName, lastName, answer.status, field(answer.body, 'code')]).toEqual([
      firstName,
      lastName,
      409,
      'possible-duplicate',
    ]);
    expect(answer.body).toMatchObject({ candidates: [{ id: first, identifiers: { nhsNumber: '9434765919' } }] });
  }
  const sameNumber = await open(officer, subject('Somebody', 'Else', '2010-01-01', { nhsNumber: '9434765919' }));
  expect(sameNumber.status).toBe(409);
  expect((await open(officer, subject('Anne', 'Taylor', '2014-08-09'))).status).toBe(201);
  expect((await open(officer, subject('Anne-Marie', 'O’Brien', '2014-08-10'))).status).toBe(201);

  const elsewhere = await open(colleague, subject('Anne-Marie', 'O’Brien', '2014-08-09'), { team: 'south' });
  expect(elsewhere.body).toMatchObject({ candidates: [{ id: first, team: 'north', identifiers: {} }] });
  const meant = await open(colleague, subject('Anne-Marie', 'O’Brien', '2014-08-09'), {
    team: 'south',
    evenIf: [first],
  });
  expect(meant.status).toBe(201);
});

test('two officers who open the same case at once make one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => open(officer, subject('Twice', 'Pressed', '2013-03-03'))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
});

test('cases are found by words of the name, date of birth, number and reference', async () => {
  const made = await open(officer, subject('Siân Mair', 'De la Cruz-Evans', '2012-02-04', { upn: 'F931400123001' }));
  const reference = String(field(made.body, 'reference'));
  await open(officer, subject('Sian', 'Evans', '2011-02-04'));
  const wanted = ['De la Cruz-Evans'];
  for (const typed of ['cruz', 'sian cru', 'EVANS mair', 'siân de la', 'cruz-evans', 'cruzevans'])
    expect([typed, await found(officer, typed)]).toEqual([typed, wanted]);
  for (const typed of ['04-Feb-2012', '2012-02-04', '04/02/2012', '4 February 2012', 'evans 04-Feb-2012'])
    expect([typed, await found(officer, typed)]).toEqual([typed, wanted]);
  for (const typed of ['f931400123001', 'F9314 0012 3001', reference, reference.toLowerCase().replaceAll('-', ' ')])
    expect([typed, await found(officer, typed)]).toEqual([typed, wanted]);
  expect((await found(officer, 'evans')).sort()).toEqual(['De la Cruz-Evans', 'Evans']);
  expect(await found(colleague, 'cruz')).toEqual([]);
  expect(await found(officer, 'cruz 2011-02-04')).toEqual([]);
  expect(await found(administrator, 'cruz')).toEqual(wanted);
});

test('the list goes on where it stopped, over several teams, and its address holds no name', async () => {
  const both = await portal.signedIn({ role: 'officer' });
  await portal.services.teams.join('north', both.account._id);
  await portal.services.teams.join('south', both.account._id);
  const all: string[] = [];
  let next: unknown = '';
  for (let page = 0; page < 50 && next !== undefined; page += 1) {
    const answer = await both.get(`/api/cases?limit=2${next === '' ? '' : `&after=${textOf(next)}`}`);
    expect(answer.status).toBe(200);
    const items = field(answer.body, 'items');
    if (Array.isArray(items)) all.push(...items.map((item) => String(field(item, 'id'))));
    next = field(answer.body, 'next');
    if (typeof next === 'string') expect(Buffer.from(next, 'base64url').toString('latin1')).not.toMatch(/namekey/i);
  }
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(await portal.store.count('cases', {}));
  expect((await both.get('/api/cases?after=nonsense')).status).toBe(422);
});

test('events start and meet clocks, exceptions lift their duty and move no day; a mistake is taken back', async () => {
  const path = `/api/cases/${idOf(await open(officer, subject('Clock', 'Watcher', '2016-01-01')))}`;
  expect((await officer.post(`${path}/events`, { name: 'nonsense', on: '2026-02-02' })).status).toBe(422);
  const asked = await officer.post(`${path}/events`, { name: 'requestReceived', on: '2026-02-02' });
  expect(asked.body).toMatchObject({
    revision: 2,
    clock: { id: 'decideToAssess', dueOn: '2026-03-16', daysGone: 28, daysLeft: 14, words: '14 days left' },
    events: [{ name: 'requestReceived', label: 'Request for an assessment received', by: 'Ruth Amos' }],
  });
  const again = await officer.post(`${path}/events`, { name: 'requestReceived', on: '2026-02-02' });
  expect(again.body).toMatchObject({ revision: 2 });

  expect((await officer.post(`${path}/pauses`, { from: '2026-02-10', to: '2026-02-01', reason: 'x' })).status).toBe(
    422,
  );
  const closed = { from: '2026-02-16', reason: 'School closed for five weeks' };
  expect((await officer.post(`${path}/pauses`, closed)).body).toMatchObject({
    errors: [{ pointer: '/code', message: 'Choose which exception applies' }],
  });
  const coded = { ...closed, code: 'schoolClosed' };
  expect((await officer.post(`${path}/pauses`, { ...coded, code: 'flood' })).status).toBe(422);
  expect((await officer.post(`${path}/pauses`, { ...coded, target: '2026-02-15' })).status).toBe(422);
  const noted = await officer.post(`${path}/pauses`, coded);
  const label = 'School or college closed for four weeks or more';
  expect(noted.body).toMatchObject({
    clock: { state: 'running', dueOn: '2026-03-16', daysLeft: 14, exception: { label } },
  });
  const [pause] = [field(noted.body, 'pauses')].flat();
  const aimed = await officer.put(`${path}/pauses/${String(field(pause, 'id'))}`, {
    ...coded,
    to: '2026-02-25',
    target: '2026-03-26',
  });
  expect(aimed.body).toMatchObject({
    clock: { state: 'running', dueOn: '2026-03-16', exception: { label, target: '2026-03-26' } },
    pauses: [{ to: '2026-02-25', code: 'schoolClosed', label, target: '2026-03-26' }],
  });

  const decided = await officer.post(`${path}/events`, { name: 'decidedToAssess', on: '2026-03-01' });
  expect(decided.body).toMatchObject({ clock: { id: 'decideToIssue' } });
  const clocks = field(decided.body, 'clocks');
  expect(Array.isArray(clocks) && clocks.map((clock) => [field(clock, 'id'), field(clock, 'state')])).toEqual([
    ['decideToIssue', 'running'],
    ['finalPlan', 'running'],
    ['decideToAssess', 'met'],
  ]);
  const [latest] = [field(decided.body, 'events')].flat();
  const back = await officer.delete(`${path}/events/${String(field(latest, 'id'))}`);
  expect(back.body).toMatchObject({ clock: { id: 'decideToAssess' } });
  expect((await officer.delete(`${path}/events/${String(field(latest, 'id'))}`)).status).toBe(404);
});

test('forms are filled in from what is known, and forms that are sent and come back are noted as events', async () => {
  const { cases } = portal.services;
  const address = { houseNo: '1', street: 'High Street', town: 'Alderton', postcode: 'OX1 1ND' };
  const made = await officer.post('/api/cases', {
    subject: { ...subject('Known', 'Values', '2017-07-07', { upn: 'E93140012301A' }), address },
    team: 'north',
    values: { 'plan.outcomes': [{ number: 1, outcome: 'Ties her shoes' }, {}], 'child.setting': 'Alder Brook' },
  });
  const id = idOf(made);
  const stored = await cases.get(id);
  const known = stored === undefined ? {} : cases.known(stored);
  expect(Object.fromEntries(Object.entries(known).map(([name, { value }]) => [name, value]))).toEqual({
    'child.name': 'Known Values',
    'child.firstName': 'Known',
    'child.lastName': 'Values',
    'child.dateOfBirth': '2017-07-07',
    'child.address': address,
    'child.upn': 'E93140012301A',
    'plan.outcomes': [{ number: 1, outcome: 'Ties her shoes' }],
    'child.setting': 'Alder Brook',
  });
  const by = { id: officer.account._id, name: 'Ruth Amos' };
  for (let time = 0; time < 2; time += 1)
    await cases.noteForm(id, 'ehcp-school-consultation', 'sent', '2026-03-02', by);
  const read = await officer.get(`/api/cases/${id}`);
  expect(read.body).toMatchObject({
    events: [{ name: 'consulted' }],
    clock: { id: 'consultation', dueOn: '2026-03-17' },
  });
});

/** The clocks of a case by id, what each is about, and its state. */
const clocksIn = (body: unknown, ...ids: string[]): unknown[] =>
  [field(body, 'clocks')]
    .flat()
    .filter((clock) => ids.includes(String(field(clock, 'id'))))
    .map((clock) => [field(clock, 'about'), field(clock, 'dueOn'), field(clock, 'state')]);

test('each school that is asked has its own clock, on the page and on the board', async () => {
  const { cases } = portal.services;
  const id = idOf(await open(officer, subject('Two', 'Schools', '2017-07-08')));
  const by = { id: officer.account._id, name: 'Ruth Amos' };
  const note = (is: 'sent' | 'submitted', on: string, task: string, about: string) =>
    cases.noteForm(id, 'ehcp-school-consultation', is, on, by, { task, about });
  await note('sent', '2026-02-20', 'one', 'Hill School');
  await note('sent', '2026-02-20', 'two', 'Mill School');
  // The group was renamed meanwhile; it is the same task.
  await note('submitted', '2026-02-27', 'one', 'Hill Academy');
  const read = await officer.get(`/api/cases/${id}`);
  expect(clocksIn(read.body, 'consultation')).toEqual([
    ['Mill School', '2026-03-07', 'soon'],
    ['Hill School', '2026-03-07', 'met'],
  ]);
  const board = await officer.get('/api/board?clock=consultation&limit=100');
  const mine = [field(board.body, 'items')].flat().filter((row) => field(row, 'case') === id);
  expect(mine).toMatchObject([{ clock: { about: 'Mill School', dueOn: '2026-03-07' } }]);
  const answered = { name: 'consultationAnswered', on: '2026-03-01', about: ' mill school ' };
  const after = await officer.post(`/api/cases/${id}/events`, answered);
  expect(clocksIn(after.body, 'consultation').map((clock) => field(clock, '2'))).toEqual(['met', 'met']);
});

test('the day of an event comes from the form that records it, and a request counts from the day on which it came', async () => {
  const { cases } = portal.services;
  const id = idOf(await open(officer, subject('Day', 'Told', '2017-07-09')));
  const by = { id: officer.account._id, name: 'Ruth Amos' };
  await cases.noteForm(id, 'ehcna-primary', 'received', '2026-02-11', by);
  await cases.noteForm(id, 'ehcp-annual-review', 'submitted', '2026-02-26', by, {
    answers: { meetingDate: '2026-02-19' },
  });
  const read = await officer.get(`/api/cases/${id}`);
  expect([field(read.body, 'events')].flat().map((event) => [field(event, 'name'), field(event, 'on')])).toEqual([
    ['reviewReport', '2026-02-26'],
    ['reviewMeeting', '2026-02-19'],
    ['requestReceived', '2026-02-11'],
  ]);
  expect(clocksIn(read.body, 'decideToAssess', 'reviewDecision')).toEqual([
    [undefined, '2026-03-19', 'running'],
    [undefined, '2026-03-25', 'running'],
  ]);
});

test('cases are found by a date that is near, which is corrected with the case', async () => {
  const { cases } = portal.services;
  const made = await open(officer, subject('Due', 'Review', '2013-01-01'), {
    values: { 'plan.reviewDate': '2026-05-01' },
  });
  const near = async (from: string, to: string): Promise<string[]> => {
    const names: string[] = [];
    for await (const { subject: about } of cases.withDate('plan.reviewDate', from, to)) names.push(about.lastName);
    return names;
  };
  expect(await near('2026-05-01', '2026-05-01')).toEqual(['Review']);
  expect(await near('2026-05-02', '2026-12-31')).toEqual([]);
  await put(officer, `/api/cases/${idOf(made)}`, 1, { values: { 'plan.reviewDate': '2026-06-01' } });
  expect([await near('2026-04-01', '2026-05-31'), await near('2026-05-02', '2026-12-31')]).toEqual([[], ['Review']]);
});

test('a form that is sent as a task starts the clock of its case', async () => {
  const helper = await portal.signedIn({ profile: { professional: true, jobRole: 'Therapist' } });
  const id = idOf(await open(officer, subject('Sent', 'Away', '2018-08-08')));
  const sent = await officer.post('/api/council/tasks', {
    case: id,
    form: 'ehcp-information-gathering',
    to: [{ kind: 'user', id: helper.account._id }],
    sends: { purpose: 'needsAssessment' },
  });
  expect([sent.status, sent.body]).toMatchObject([201, like.anything()]);
  await portal.services.relay.run();
  expect((await officer.get(`/api/cases/${id}`)).body).toMatchObject({
    events: [{ name: 'adviceAsked', on: '2026-03-02', by: 'Ruth Amos' }],
    clock: { id: 'advice', dueOn: '2026-04-13' },
    openTasks: 1,
  });
  expect((await officer.get('/api/dashboard')).body).toMatchObject({ openTasks: 1 });
});

test('every look at a case and every change is in the audit trail', async () => {
  const entries = await portal.store.find('audit', {
    filter: {},
    sort: { path: 'at', direction: 'asc' },
    limit: 500,
  });
  const actions = new Set<string>(entries.items.map(({ action }) => action));
  for (const action of [
    'case-created',
    'case-read',
    'case-changed',
    'cases-listed',
    'case-suggested',
    'case-event-noted',
    'case-event-removed',
    'case-pause-noted',
    'case-pause-changed',
  ])
    expect([action, actions.has(action)]).toEqual([action, true]);
  expect(JSON.stringify(entries.items)).not.toMatch(/Nowak|Cruz|Anne/);
  expect(await brokenAt(portal.store)).toBeUndefined();
});

test('settings of cases are for the council only', async () => {
  const settings = await officer.get('/api/case-settings');
  expect(settings.body).toMatchObject({ subject: 'Child or young person', clocks: like.any(Array) });
  const applicant = await portal.signedIn();
  expect((await applicant.get('/api/case-settings')).status).toBe(403);
  expect((await applicant.get('/api/cases')).status).toBe(403);
});
