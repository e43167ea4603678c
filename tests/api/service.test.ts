import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { startPortal, testClock, testPassword } from '../support/portal.ts';
import { field } from '../support/read.ts';

test('the council’s name, links, colour and logo, and the day in its own time zone', async () => {
  const councilDir = mkdtempSync(join(tmpdir(), 'formwork-council-'));
  mkdirSync(join(councilDir, 'registers'));
  writeFileSync(join(councilDir, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const portal = await startPortal({
    // Half past midnight in Oxford, still yesterday in UTC.
    clock: testClock(new Date('2026-06-30T23:30:00Z')),
    config: {
      councilDir,
      council: 'Anyshire Council',
      logoFile: 'logo.svg',
      links: { privacy: 'https://example.org' },
    },
  });
  try {
    const { body } = await portal.client().get('/api/service');
    expect(body).toMatchObject({
      council: 'Anyshire Council',
      today: '2026-07-01',
      links: { privacy: 'https://example.org' },
      brand: { colour: '#1f4e79', logo: '/api/service/logo' },
    });
    const logo = await portal.client().get('/api/service/logo');
    expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(logo.headers.get('content-security-policy')).toContain("script-src 'self'");
  } finally {
    await portal.stop();
    rmSync(councilDir, { recursive: true, force: true });
  }
});

test('behind a proxy the client’s own address is counted, and a made-up one is not believed', async () => {
  const portal = await startPortal({ config: { trustProxy: 1 } });
  const limitsOf = async (forwarded: string): Promise<number> => {
    await portal.client().send('POST', '/api/password-resets', {
      body: JSON.stringify({ email: 'a@example.org' }),
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded },
    });
    return portal.store.count('limits', { _id: { prefix: 'reset-address:' } });
  };
  try {
    expect(await limitsOf('192.0.2.1')).toBe(1);
    expect(await limitsOf('198.51.100.9, 192.0.2.1')).toBe(1);
    expect(await limitsOf('192.0.2.2')).toBe(2);
  } finally {
    await portal.stop();
  }
});

test('whoever waits for a code is told that mail is late, while it is, and never because of one address', async () => {
  const portal = await startPortal();
  const late = async (): Promise<unknown> => field((await portal.client().get('/api/service/mail')).body, 'late');
  const asksForCode = async (): Promise<void> => {
    const { email } = await portal.signedIn();
    expectStatus(await portal.client().post('/api/sign-in', { email, password: testPassword }), 200);
    await portal.services.relay.run();
  };
  try {
    expect(await late()).toBe(false);
    portal.mailServer.refuse(true);
    await asksForCode();
    portal.clock.forward({ minutes: 2 });
    expect(await late()).toBe(false);
    await asksForCode();
    expect(await late()).toBe(false);
    portal.clock.forward({ seconds: 90 });
    expect(await late()).toBe(true);
    portal.mailServer.refuse(false);
    portal.clock.forward({ minutes: 1 });
    await portal.services.relay.run();
    expect(await late()).toBe(false);
    await portal.mailServer.stop();
    await asksForCode();
    expect(await late()).toBe(true);
  } finally {
    await portal.stop();
  }
});
