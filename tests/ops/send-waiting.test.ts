import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookAtMail } from '../../server/composition/watching.ts';
import { smtpTransport } from '../../server/platform/mail/transport.ts';
import { sendWaiting, sentWords } from '../../scripts/ops/send-waiting.ts';
import { startMailServer, type MailServer } from '../support/servers/mail-server.ts';
import { tcpGate, type TcpGate } from '../support/servers/tcp-gate.ts';
import { startPortal, testPassword, type TestPortal } from '../support/portal.ts';

let mailServer: MailServer;
let gate: TcpGate;
let portal: TestPortal;
let smtpUrl: string;
beforeEach(async () => {
  mailServer = await startMailServer();
  gate = await tcpGate({ host: '127.0.0.1', port: Number(new URL(mailServer.url).port) });
  smtpUrl = `smtp://127.0.0.1:${gate.port}`;
  portal = await startPortal({ config: { smtpUrl } });
});
afterEach(async () => {
  await portal.stop();
  await gate.stop();
  await mailServer.stop();
});

/** A code that is asked for while no mail goes, and tried for an hour. */
const tried = async (): Promise<void> => {
  const { email } = await portal.signedIn();
  await portal.client().post('/api/sign-in', { email, password: testPassword });
  for (let minutes = 0; minutes < 60; minutes += 10) {
    await portal.services.relay.run();
    portal.clock.forward({ minutes: 10 });
  }
  await portal.services.relay.run();
};

const overdue = async (): Promise<number> => {
  const { body } = await portal.client().get('/metrics');
  return Number(/^formwork_effects_overdue_seconds (\d+)/m.exec(String(body))?.[1]);
};

test('mails that were refused for an hour are an hour overdue, and go when the operator says so', async () => {
  mailServer.refuse(true);
  await tried();
  expect(await overdue()).toBeGreaterThanOrEqual(3600);
  mailServer.refuse(false);
  await portal.services.relay.run();
  expect(mailServer.received).toHaveLength(0);
  expect(sentWords(await sendWaiting(portal))).toBe('1 mail that waits is tried now by the service that runs.');
  await portal.services.relay.run();
  expect(mailServer.received).toHaveLength(1);
  expect(sentWords(await sendWaiting(portal))).toBe('No mail waits for longer than two minutes.');
});

test('mails that found the mail server away go by themselves when it is back, and operators were told', async () => {
  const { relay, readiness, log } = portal.services;
  const transport = smtpTransport(smtpUrl);
  const look = lookAtMail(relay, transport, log);
  gate.shut('refused');
  await tried();
  await look();
  const found = async () => (await readiness.findings()).find(({ name }) => name === 'mail');
  expect(await found()).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^The mail server is away since /) as unknown,
  });
  gate.open();
  await look();
  await relay.run();
  expect(mailServer.received).toHaveLength(1);
  expect(await found()).toEqual({ name: 'mail', ok: true });
  expect(portal.logs.join('')).toContain('the mail server is there again');
  transport.close();
});
