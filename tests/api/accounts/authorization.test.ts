import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route, Who } from '../../../server/platform/http/route.ts';
import type { Role } from '../../../wire/account.ts';
import type { Client } from '../../support/client.ts';
import { startPortal, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal({ config: { demonstration: true } });
});
afterAll(() => portal.stop());

const roles: Role[] = ['applicant', 'officer', 'administrator'];

/** Open to everybody on purpose. A route that is to join them is added here by hand. */
const open = [
  'GET /api',
  'GET /api/blank-forms/:id',
  'GET /api/openapi.json',
  'GET /api/dev/mailbox',
  'GET /api/forms',
  'GET /api/forms/:id',
  'GET /api/forms/:id/:version',
  'GET /api/me',
  'GET /api/service',
  'GET /api/service/logo',
  'GET /api/service/mail',
  'GET /health',
  'GET /health/service',
  'GET /metrics',
  'GET /problems/:code',
  'GET /ready',
  'GET /validators/:hash.js',
  'POST /api/invitations/accept',
  'POST /api/invitations/read',
  'POST /api/password-resets',
  'POST /api/password-resets/confirm',
  'POST /api/password-resets/read',
  'POST /api/registrations',
  'POST /api/registrations/confirm',
  'POST /api/registrations/new-code',
  'POST /api/sign-in',
  'POST /api/sign-in/code',
  'POST /api/sign-in/new-code',
  'POST /api/sign-out',
];

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const allows = (who: Who, role: Role | undefined): boolean =>
  who === 'anyone' || (role !== undefined && (who === 'signed-in' || who.includes(role)));

const refusal = async (client: Client, { method, path, body, upload }: Route): Promise<string> => {
  const address = path.replaceAll(/:[a-z]+/gi, 'aaaaaaaaaaaaaaaaaaaaaa');
  const options =
    body !== undefined || upload === true ? { body: '{}', headers: { 'Content-Type': 'application/json' } } : {};
  const code = field((await client.send(method, address, options)).body, 'code');
  return code === 'sign-in-needed' || code === 'forbidden' ? code : 'let in';
};

test('nothing is open to everybody but what is meant to be', () => {
  const found = portal.services.routes.filter(({ who }) => who === 'anyone').map(nameOf);
  expect(found.filter((name) => !open.includes(name))).toEqual([]);
});

test('every route lets in whom it names and nobody else', async () => {
  const routes = portal.services.routes;
  for (const role of [undefined, ...roles]) {
    for (const route of routes) {
      const client = role === undefined ? portal.client() : await portal.signedIn({ role });
      const wanted = allows(route.who, role) ? 'let in' : role === undefined ? 'sign-in-needed' : 'forbidden';
      expect([role, nameOf(route), await refusal(client, route)]).toEqual([role, nameOf(route), wanted]);
    }
  }
});
