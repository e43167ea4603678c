import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, testPassword, type TestPortal } from '../support/portal.ts';
import { field } from '../support/read.ts';
import { like } from '../support/like.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal({ config: { council: 'Anyshire & District', teams: { 'Team A': 'team-a@example.org' } } });
});
afterAll(() => portal.stop());

test('while the mail server refuses, codes wait; then they arrive once', async () => {
  const { email } = await portal.signedIn();
  portal.mailServer.refuse(true);
  await portal.client().post('/api/sign-in', { email, password: testPassword });
  expect(await portal.mail(email)).toEqual([]);
  portal.clock.forward({ minutes: 5 });
  portal.mailServer.refuse(false);
  expect(await portal.mail(email)).toHaveLength(1);
  portal.clock.forward({ minutes: 5 });
  expect(await portal.mail(email)).toHaveLength(1);
});

test('a mail has plain text and HTML with the same words, the council’s name, and an id that a repeat would share', async () => {
  const { email } = await portal.signedIn();
  await portal.client().post('/api/sign-in', { email, password: testPassword });
  const [mail] = await portal.mail(email);
  const code = await portal.code(email);
  expect(mail?.subject).toBe('Your code – Anyshire & District');
  expect(mail?.from).toContain('no-reply@example.org');
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
  expect(mail?.html).toContain(code);
  expect(mail?.html).toContain('Anyshire &amp; District');
  expect(mail?.html).not.toMatch(/<img|<script|https?:\/\/(?!127|localhost)/);
});

test('a demonstration keeps its mail for the mailbox page; elsewhere there is no such page', async () => {
  expect((await portal.client().get('/api/dev/mailbox')).status).toBe(404);
  const demonstration = await startPortal({ config: { demonstration: true, smtpUrl: '' } });
  try {
    const { email } = await demonstration.signedIn();
    await demonstration.client().post('/api/sign-in', { email, password: testPassword });
    await demonstration.services.relay.run();
    const { body } = await demonstration.client().get('/api/dev/mailbox');
    expect(body).toEqual([like.objectContaining({ to: email, text: like.stringMatching(/^\s+\d{6}$/m) })]);
    expect(field((await demonstration.client().get('/api/service')).body, 'demoAccounts')).toEqual(like.any(Array));
  } finally {
    await demonstration.stop();
  }
  expect(field((await portal.client().get('/api/service')).body, 'demoAccounts')).toBeUndefined();
});
