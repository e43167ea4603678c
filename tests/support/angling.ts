/** A portal that serves one small form, and people who fill it in. */
import { fileURLToPath } from 'node:url';
import type { Config } from '../../server/core/config.ts';
import { startPortal, type PortalOptions, type TestPortal } from './portal.ts';
import type { Answer, Client } from './client.ts';

export const anglingForms = fileURLToPath(new URL('./forms', import.meta.url));

export const startAngling = ({ config = {}, ...options }: PortalOptions = {}): Promise<TestPortal> => {
  const own: Partial<Config> = {
    formsDir: anglingForms,
    serveUnpublished: true,
    teams: { 'upper-river': 'upper@council.example', rivers: 'rivers@council.example' },
  };
  return startPortal({ ...options, config: { ...own, ...config } });
};

/** Everything that the form needs, but the answers that the portal fills in. */
export const completeAnswers = {
  firstName: 'Żółta',
  lastName: 'O’Neill',
  dateOfBirth: '2015-04-03',
  river: 'upper',
  hasBoat: true,
  boatName: 'Ŵylan 🛶',
  dangers: 'A dog that bites',
};

/** What a request of the portal's own answered; fails the test in words when it is something else. */
export const expectStatus = (answer: Answer, status: number): Record<string, never> & { [key: string]: unknown } => {
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  const { body } = answer;
  return typeof body === 'object' && body !== null ? { ...body } : {};
};

export interface Begun {
  id: string;
  revision: number;
}

const begun = (body: { [key: string]: unknown }): Begun => ({
  id: String(body['id']),
  revision: Number(body['revision']),
});

export const begin = async (client: Client, answers: Record<string, unknown> = {}): Promise<Begun> =>
  begun(expectStatus(await client.post('/api/drafts', { form: 'angling-permit', answers }), 201));

/** A draft with every answer. */
export const beginComplete = (client: Client): Promise<Begun> => begin(client, completeAnswers);

export const upload = (client: Client, draft: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> =>
  client.send('POST', `/api/drafts/${draft}/attachments?name=${encodeURIComponent(name)}`, {
    body: bytes,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
