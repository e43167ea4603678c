/** A portal whose council sends one small form as a task, with an officer, a warden, a chief warden and their work group. */
import { fileURLToPath } from 'node:url';
import type { Config } from '../../server/core/config.ts';
import type { GroupDocument } from '../../server/modules/groups/groups.ts';
import { expectStatus } from './angling.ts';
import { createClient, type Answer } from './client.ts';
import { startPortal, type PortalOptions, type SignedIn, type TestPortal } from './portal.ts';
import { fieldsOf } from './read.ts';

const folder = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

export interface Bank {
  portal: TestPortal;
  /** Of the team `rivers`. */
  officer: SignedIn;
  /** Of another team. */
  stranger: SignedIn;
  warden: SignedIn;
  /** In the same group as the warden. */
  colleague: SignedIn;
  /** Manages them. */
  chief: SignedIn;
  group: GroupDocument;
  /** A case of the team `rivers`. */
  caseId: string;
}

const named = (forename: string, surname: string, more: { jobRole?: string } = {}) => ({
  profile: { forename, surname, professional: true, organisation: 'Angling Club', ...more },
});

export const startBank = async ({ config = {}, ...options }: PortalOptions = {}): Promise<Bank> => {
  const own: Partial<Config> = {
    formsDir: folder('task-forms'),
    councilDir: folder('task-council'),
    serveUnpublished: true,
    teams: { rivers: 'rivers@council.example', lakes: 'lakes@council.example' },
  };
  const portal = await startPortal({ ...options, config: { ...own, ...config } });
  const { teams, groups } = portal.services;
  const officer = await portal.signedIn({ role: 'officer', ...named('Olive', 'Officer') });
  const stranger = await portal.signedIn({ role: 'officer', ...named('Lars', 'Lake') });
  await teams.join('rivers', officer.account._id);
  await teams.join('lakes', stranger.account._id);
  const warden = await portal.signedIn(named('Will', 'Warden', { jobRole: 'Warden' }));
  const colleague = await portal.signedIn(named('Cora', 'Colleague'));
  const chief = await portal.signedIn(named('Chris', 'Chief', { jobRole: 'Chief warden' }));
  const group = await groups.create({
    name: 'Wardens',
    organisation: 'Angling Club',
    members: [warden.account._id, colleague.account._id],
    managers: [chief.account._id],
  });
  const subject = { firstName: 'Żółta', lastName: 'O’Neill', dateOfBirth: '2015-04-03', identifiers: {} };
  const made = await officer.post('/api/cases', { subject, team: 'rivers', values: { 'permit.river': 'upper' } });
  return { portal, officer, stranger, warden, colleague, chief, group, caseId: String(expectStatus(made, 201)['id']) };
};

export type Sent = Record<string, unknown> & { id: string; revision: number };

const asTask = (body: unknown): Sent => {
  if (typeof body !== 'object' || body === null) throw new Error('Not a task');
  const task: Record<string, unknown> = { ...body };
  return { ...task, id: String(task['id']), revision: Number(task['revision']) };
};

/** The task that a request answered. */
export const taskOf = (answer: Answer, status = 200): Sent => asTask(expectStatus(answer, status));

export const send = async (
  { officer, caseId }: Pick<Bank, 'officer' | 'caseId'>,
  to: { kind: 'user' | 'group'; id: string },
  more: Record<string, unknown> = {},
): Promise<Sent> => {
  const answer = await officer.post('/api/council/tasks', { case: caseId, form: 'bank-report', to: [to], ...more });
  if (answer.status !== 201 || !Array.isArray(answer.body))
    throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return asTask(answer.body[0]);
};

export const toUser = (person: SignedIn) => ({ kind: 'user' as const, id: person.account._id });

/** What somebody does to a task that they have seen at `revision`. */
export const act = (
  person: SignedIn,
  task: Pick<Sent, 'id' | 'revision'>,
  name: string,
  body: Record<string, unknown> = {},
): Promise<Answer> =>
  person.send('POST', `/api/tasks/${task.id}/${name}`, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${task.revision}"` },
  });

/** The task's draft as its holder reads it. */
export const draftOf = async (person: SignedIn, task: Sent): Promise<Sent & { answers: Record<string, unknown> }> => {
  const { draft } = taskOf(await person.get(`/api/tasks/${task.id}`));
  const body = expectStatus(await person.get(`/api/drafts/${String(draft)}`), 200);
  const { answers } = body;
  return { ...asTask(body), answers: { ...fieldsOf(answers) } };
};

export const save = (person: SignedIn, draft: Pick<Sent, 'id' | 'revision'>, set: Record<string, unknown>) =>
  person.patch(`/api/drafts/${draft.id}`, { revision: draft.revision, set });

/** The same person signed in again, after the clock was moved. */
export const again = async (portal: TestPortal, person: SignedIn): Promise<SignedIn> => {
  const { token } = await portal.services.sessions.begin(person.account);
  return { ...person, ...createClient(portal.url, `session=${token}`) };
};
