/** A portal whose council keeps cases with a clock and sends one small form, with everybody who has to do with it. */
import { fileURLToPath } from 'node:url';
import type { GroupDocument } from '../../server/modules/groups/groups.ts';
import { expectStatus } from './angling.ts';
import { act, draftOf, save, taskOf, type Sent } from './bank.ts';
import { startPortal, type PortalOptions, type SignedIn, type TestPortal } from './portal.ts';
import { fieldsOf, textField } from './read.ts';

const folder = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

export interface Council {
  portal: TestPortal;
  /** Of the team `rivers`. */
  officer: SignedIn;
  administrator: SignedIn;
  /** Both are in the group. */
  warden: SignedIn;
  deputy: SignedIn;
  group: GroupDocument;
  /** Makes a case of the team `rivers` and gives its id. */
  newCase: (
    firstName: string,
    lastName: string,
    dateOfBirth: string,
    identifiers?: Record<string, string>,
  ) => Promise<string>;
  /** Sends the form `bank-report` about a case. */
  send: (about: string, to: { kind: 'user' | 'group'; id: string }, more?: Record<string, unknown>) => Promise<Sent>;
  /** The only task of a case. */
  taskOf: (about: string) => Promise<Sent>;
  /** Fills in a form that was sent, and submits it. */
  answer: (person: SignedIn, task: Sent, answers: Record<string, unknown>) => Promise<void>;
}

const named = (forename: string, surname: string) => ({
  profile: { forename, surname, professional: true, organisation: 'Angling Club', jobRole: 'Warden' },
});

const oneOf = (tasks: unknown): Sent => {
  if (!Array.isArray(tasks) || tasks.length !== 1) throw new Error(`Not one task: ${JSON.stringify(tasks)}`);
  const task = fieldsOf(tasks[0]);
  return { ...task, id: textField(task, 'id'), revision: Number(task['revision']) };
};

export const startCouncil = async ({ config = {}, ...options }: PortalOptions = {}): Promise<Council> => {
  const portal = await startPortal({
    ...options,
    config: {
      formsDir: folder('task-forms'),
      councilDir: folder('clock-council'),
      serveUnpublished: true,
      teams: { rivers: 'rivers@council.example', lakes: 'lakes@council.example' },
      ...config,
    },
  });
  const officer = await portal.signedIn({ role: 'officer', ...named('Olive', 'Officer') });
  const administrator = await portal.signedIn({ role: 'administrator', ...named('Ada', 'Minister') });
  await portal.services.teams.join('rivers', officer.account._id);
  const warden = await portal.signedIn(named('Will', 'Warden'));
  const deputy = await portal.signedIn(named('Dora', 'Deputy'));
  const group = await portal.services.groups.create({
    name: 'Wardens of the river',
    organisation: 'Angling Club',
    members: [warden.account._id, deputy.account._id],
    managers: [],
  });
  return {
    portal,
    officer,
    administrator,
    warden,
    deputy,
    group,
    newCase: async (firstName, lastName, dateOfBirth, identifiers = {}) => {
      const subject = { firstName, lastName, dateOfBirth, identifiers };
      const body = { subject, team: 'rivers', values: { 'permit.river': 'upper' } };
      return String(expectStatus(await officer.post('/api/cases', body), 201)['id']);
    },
    send: async (about, to, more = {}) => {
      const sent = await officer.post('/api/council/tasks', { case: about, form: 'bank-report', to: [to], ...more });
      expectStatus(sent, 201);
      return oneOf(sent.body);
    },
    taskOf: async (about) => oneOf(expectStatus(await officer.get(`/api/council/tasks?case=${about}`), 200)['items']),
    answer: async (person, task, answers) => {
      const opened = taskOf(await act(person, task, 'open'));
      const draft = await draftOf(person, opened);
      const saved = expectStatus(await save(person, draft, answers), 200);
      const { revision } = saved;
      expectStatus(await person.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
    },
  };
};
