import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, testPassword, testProfile, type SignedIn, type TestPortal } from '../support/portal.ts';
import { like } from '../support/like.ts';

let portal: TestPortal;
let person: SignedIn;
beforeAll(async () => {
  portal = await startPortal();
  person = await portal.signedIn({ email: 'ada.private@example.org', profile: { surname: 'Privately' } });
});
afterAll(() => portal.stop());

const json = { 'Content-Type': 'application/json' };
const profile = JSON.stringify(testProfile);

test.each<[string, Record<string, string | undefined>]>([
  ['without the portal’s header', { 'X-Formwork': undefined }],
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['from a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ['with another origin', { Origin: 'https://evil.example' }],
  ['with an origin that is not one', { Origin: 'null' }],
])('a change %s is refused, even with the cookie', async (_, headers) => {
  const answer = await person.send('PUT', '/api/me/profile', { body: profile, headers: { ...json, ...headers } });
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ code: 'cross-site' });
});

test('a change from the portal’s own pages is taken', async () => {
  const headers = { ...json, 'Sec-Fetch-Site': 'same-origin', Origin: portal.url };
  expect((await person.send('PUT', '/api/me/profile', { body: profile, headers })).status).toBe(200);
});

test('no other site is ever allowed in', async () => {
  const answer = await person.send('OPTIONS', '/api/me/profile', {
    headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PUT' },
  });
  expect(answer.status).toBe(405);
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('every answer carries the protective headers, problems too', async () => {
  for (const path of ['/api/me', '/api/nothing', '/api/me/data']) {
    const { headers } = await portal.client().get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': like.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.has('strict-transport-security')).toBe(false);
  }
});

test('behind TLS browsers are told to stay there', async () => {
  const secure = await startPortal({ config: { publicUrl: 'https://forms.example.org' } });
  try {
    const { headers } = await secure.client().get('/health');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000/);
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  } finally {
    await secure.stop();
  }
});

test.each<[string, string, Record<string, string>, number, string]>([
  ['text that is no JSON', '{"a":', json, 400, 'malformed'],
  ['a bare value', '"text"', json, 400, 'malformed'],
  ['a poisoned prototype', '{"__proto__":{"role":"administrator"}}', json, 400, 'malformed'],
  ['nesting without end', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, json, 400, 'malformed'],
  ['nothing', '', json, 422, 'request-invalid'],
  ['an array', '[]', json, 422, 'request-invalid'],
  ['a form', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'media-type'],
  ['JSON under another name', profile, { 'Content-Type': 'text/plain' }, 415, 'media-type'],
  ['more than a megabyte', JSON.stringify({ forename: 'x'.repeat(1024 * 1024) }), json, 413, 'too-large'],
  ['an unknown encoding', profile, { ...json, 'Content-Encoding': 'zip' }, 415, 'media-type'],
  ['plain text that is said to be packed', profile, { ...json, 'Content-Encoding': 'gzip' }, 400, 'malformed'],
  ['more values than anybody fills in', `{"a":[${'{},'.repeat(60_000)}{}]}`, json, 413, 'too-large'],
  ['a constructor', '{"constructor":{"prototype":{"role":"administrator"}}}', json, 422, 'request-invalid'],
])('%s as a body gets a problem document', async (_, body, headers, status, code) => {
  const answer = await person.send('PUT', '/api/me/profile', { body, headers });
  expect([answer.status, answer.body]).toEqual([status, like.objectContaining({ status, code })]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|at .*\(/);
});

test('a body that is cut off does no harm', async () => {
  await new Promise<void>((resolve) => {
    const headers = { ...json, 'X-Formwork': '1', Cookie: person.cookie() ?? '', 'Content-Length': '5000' };
    const cut = request(`${portal.url}/api/me/profile`, { method: 'PUT', headers });
    cut.on('error', () => undefined).on('close', () => resolve());
    cut.write('{"forename":', () => cut.destroy());
  });
  expect((await person.get('/api/me')).status).toBe(200);
});

test('unknown addresses are not found, and known ones name the methods that they take', async () => {
  expect((await portal.client().get('/api/nothing')).body).toMatchObject({ code: 'not-found', status: 404 });
  expect((await portal.client().get('/api/%E0%A4%A')).status).toBe(404);
  const answer = await person.delete('/api/me/profile');
  expect(answer.body).toMatchObject({ code: 'method-not-allowed', status: 405 });
  expect(answer.headers.get('allow')).toBe('PUT');
});

test('the log has method, pattern, status and time, and nothing about the person', async () => {
  await person.put('/api/me/profile', { ...testProfile, surname: 'Privately' });
  await person.get('/api/me?secret=Privately');
  await portal.client().post('/api/sign-in', { email: person.email, password: testPassword });
  await portal.mail();
  const lines = portal.logs.join('');
  expect(lines).toContain('"method":"PUT","route":"/api/me/profile","status":200');
  for (const personal of ['Privately', 'ada.private', '127.0.0.1', testPassword, 'secret=', person.cookie() ?? ''])
    expect(lines).not.toContain(personal);
});

test('ready names what is wrong', async () => {
  expect((await portal.client().get('/health')).body).toEqual({ status: 'ok' });
  const before = await portal.client().get('/ready');
  expect(before.body).toMatchObject({ ready: true, findings: like.arrayContaining([{ name: 'store', ok: true }]) });
  portal.services.readiness.add('example', () => Promise.resolve({ level: 'stop', detail: 'The lamp is out' }));
  const after = await portal.client().get('/ready');
  expect(after.status).toBe(503);
  expect(after.body).toMatchObject({
    ready: false,
    findings: like.arrayContaining([{ name: 'example', ok: false, detail: 'The lamp is out' }]),
  });
});
