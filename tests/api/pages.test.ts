import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type TestPortal } from '../support/portal.ts';

let portal: TestPortal;
const folder = mkdtempSync(join(tmpdir(), 'formwork-pages-'));
const script = `console.log(${JSON.stringify('word '.repeat(1000))})`;
const index = (words: string) => `<html><meta property="csp-nonce" nonce="__CSP_NONCE__"><body>${words}</body></html>`;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), index('first'));
  writeFileSync(join(folder, 'assets/main-1a2b3c.js'), script);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, '.hidden'), 'hidden');
  portal = await startPortal({ config: { rendererDir: folder } });
});
afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every page address gets index.html with a nonce of its own that the policy names', async () => {
  const nonces = new Set<string>();
  for (const path of ['/', '/sign-in', '/forms/abc/page/2']) {
    const answer = await portal.client().get(path);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const nonce = /nonce="([^"]+)"/.exec(String(answer.body))?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test.each([
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['identity', null],
])('hashed files are kept for ever and sent packed as %s', async (accepted, encoding) => {
  const answer = await portal
    .client()
    .send('GET', '/assets/main-1a2b3c.js', { headers: { 'Accept-Encoding': accepted } });
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('content-encoding')).toBe(encoding);
  expect(answer.headers.get('vary')).toContain('Accept-Encoding');
  expect(answer.body).toBe(script);
});

test('other files are asked for again each time', async () => {
  const answer = await portal.client().get('/favicon.svg');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
});

test.each([
  '/assets/gone-123.js',
  '/.hidden',
  '/assets/..%2f..%2fetc/passwd',
  '/%2e%2e/secret.txt',
  '/api/nothing',
  '/validators/x.js',
])('%s is not found', async (path) => {
  expect((await portal.client().get(path)).status).toBe(404);
});

test('pages built again are served without a restart', async () => {
  writeFileSync(join(folder, 'index.html'), index('second'));
  utimesSync(join(folder, 'index.html'), new Date(), new Date(Date.now() + 5000));
  expect(String((await portal.client().get('/')).body)).toContain('second');
});
