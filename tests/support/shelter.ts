/** A portal whose council sends a form about a place that a violent parent must not learn, with everybody who may come to see it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scope } from '../../wire/api.ts';
import type { GroupDocument } from '../../server/modules/groups/groups.ts';
import { expectStatus } from './angling.ts';
import { taskOf, type Sent } from './bank.ts';
import type { Answer, Client } from './client.ts';
import { pdf } from './files.ts';
import { startPortal, type SignedIn, type TestPortal } from './portal.ts';
import { textField } from './read.ts';
import { run } from './tools.ts';

const folder = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

export interface Shelter {
  portal: TestPortal;
  officer: SignedIn;
  administrator: SignedIn;
  /** A professional, in the work group. */
  worker: SignedIn;
  /** Manages the work group, and has written in nothing. */
  manager: SignedIn;
  /** In the work group. */
  colleague: SignedIn;
  parent: SignedIn;
  group: GroupDocument;
  caseId: string;
  /** A document that the council sends along. */
  enclosed: string;
}

const named = (forename: string, surname: string, professional: boolean) => ({
  profile: { forename, surname, professional, organisation: 'Shelter' },
});

export const startShelter = async (formsDir = folder('privacy-forms')): Promise<Shelter> => {
  const portal = await startPortal({
    config: {
      formsDir,
      councilDir: folder('privacy-council'),
      serveUnpublished: true,
      teams: { rivers: 'rivers@council.example' },
    },
  });
  const officer = await portal.signedIn({ role: 'officer', ...named('Olive', 'Officer', false) });
  await portal.services.teams.join('rivers', officer.account._id);
  const administrator = await portal.signedIn({ role: 'administrator', ...named('Ada', 'Minister', false) });
  const worker = await portal.signedIn(named('Will', 'Worker', true));
  const manager = await portal.signedIn(named('Mary', 'Manager', true));
  const colleague = await portal.signedIn(named('Cora', 'Colleague', true));
  const parent = await portal.signedIn(named('Paul', 'Parent', false));
  const group = await portal.services.groups.create({
    name: 'Workers',
    organisation: 'Shelter',
    members: [worker.account._id, colleague.account._id],
    managers: [manager.account._id],
  });
  const subject = {
    firstName: 'Żółta',
    lastName: 'O’Neill',
    dateOfBirth: '2015-04-03',
    address: { houseNo: '7', street: 'SECRETaddress Road', town: 'Ely', postcode: 'CB7 4AA' },
    identifiers: {},
  };
  const values = { 'shelter.phone': 'SECRETphone' };
  const caseId = textField(
    expectStatus(await officer.post('/api/cases', { subject, team: 'rivers', values }), 201),
    'id',
  );
  const letter = await officer.send('POST', '/api/council/tasks/documents?name=SECRETenclosed.pdf', {
    body: pdf,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  const enclosed = textField(expectStatus(letter, 201), 'id');
  return { portal, officer, administrator, worker, manager, colleague, parent, group, caseId, enclosed };
};

/** Sends the form about the case. */
export const sendShelterReport = async (
  { officer, caseId }: Pick<Shelter, 'officer' | 'caseId'>,
  to: { kind: 'user' | 'group'; id: string },
  more: Record<string, unknown> = {},
): Promise<Sent> => {
  const body = { case: caseId, form: 'shelter-report', to: [to], ...more };
  const answer = await officer.post('/api/council/tasks', body);
  expectStatus(answer, 201);
  return taskOf({ ...answer, body: Array.isArray(answer.body) ? answer.body[0] : undefined }, 201);
};

const wordsOfPdf = (bytes: Buffer): string => {
  const place = mkdtempSync(join(tmpdir(), 'formwork-pdf-'));
  const file = join(place, 'one.pdf');
  writeFileSync(file, bytes);
  const text = run('pdftotext', ['-layout', file, '-']);
  rmSync(place, { recursive: true });
  return text;
};

/** All that an answer says: its body, the words of its PDF, and its headers. */
export const saidIn = ({ bytes, headers, status }: Answer): string => {
  const isPdf = headers.get('Content-Type')?.includes('application/pdf') === true;
  const text = isPdf && bytes.includes('/StructTreeRoot') ? wordsOfPdf(bytes) : bytes.toString('utf8');
  return [status, ...headers.values(), text].join('\n');
};

/** By the name in a path, every value that it is tried with. */
export type Ids = Record<string, readonly string[]>;

const filled = (path: string, ids: Ids): string[] => {
  const [, resource = '', name = ''] = /^\/api\/(?:council\/)?([a-z-]+).*?:([a-z]+)/i.exec(path) ?? [];
  if (name === '') return [path];
  const values = ids[name === 'id' ? resource : name] ?? [];
  return values.flatMap((value) => filled(path.replace(`:${name}`, value), ids));
};

const queries: Record<string, string[]> = {
  '/api/tasks': ['', '?list=submitted', '?list=groups', '?list=managed', '?list=retracted'],
};

/** Everything that somebody is told by any route that only reads, by its address. */
export const toldTo = async (
  { portal }: Shelter,
  person: Pick<Client, 'get'>,
  ids: Ids,
): Promise<Map<string, string>> => {
  const paths = portal.services.routes
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) => filled(path, ids).flatMap((each) => (queries[path] ?? ['']).map((query) => each + query)))
    .filter((path) => !path.includes(':'));
  const told = new Map<string, string>();
  for (const path of paths) told.set(path, saidIn(await person.get(path)));
  return told;
};

/** The routes that look something up by words. */
export const searches = ({ portal }: Shelter): string[] =>
  portal.services.routes
    .filter(({ method, query }) => method === 'GET' && JSON.stringify(query ?? {}).includes('"q":'))
    .map(({ path }) => path)
    .filter((path) => !path.includes(':'));

/** What every search says of some words, by its address; of one who may not search there, that they may not. */
export const foundBy = async (
  shelter: Shelter,
  person: Pick<Client, 'get'>,
  words: string,
): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const path of searches(shelter)) {
    const { status, bytes } = await person.get(`${path}?q=${encodeURIComponent(words)}`);
    found.set(path, `${status} ${status === 200 ? bytes.toString('utf8') : ''}`);
  }
  return found;
};

/** A system of the council's that reads with a key in somebody's name. */
export const withKey = async (
  { portal, administrator }: Pick<Shelter, 'portal' | 'administrator'>,
  scopes: readonly Scope[],
  account: string,
): Promise<Pick<Client, 'get'>> => {
  const made = await administrator.post('/api/keys', { name: 'Case system', scopes, account, days: 1 });
  const headers = { Authorization: `Bearer ${textField(expectStatus(made, 201), 'key')}` };
  return { get: (path) => portal.client().send('GET', path, { headers }) };
};
