/** What the service tells a mail server, and what it tells of one: never in clear over a network, and never an address in the log. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smtpTransport } from '../../server/platform/mail/transport.ts';
import { startPortal, testPassword } from '../support/portal.ts';

/** An address of this machine by which others could reach it. */
const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

const own = getCACertificates('default');
let folder: string;
const pem = { key: '', cert: '' };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-tls-'));
  const names = `subjectAltName=IP:127.0.0.1,IP:${outside ?? '127.0.0.2'}`;
  const made = ['-keyout', join(folder, 'key'), '-out', join(folder, 'cert'), '-subj', '/CN=mail', '-addext', names];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...made], { stdio: 'pipe' });
  pem.key = readFileSync(join(folder, 'key'), 'utf8');
  pem.cert = readFileSync(join(folder, 'cert'), 'utf8');
});
afterAll(() => {
  setDefaultCACertificates(own);
  rmSync(folder, { recursive: true, force: true });
});

interface Listening {
  port: number;
  /** Of each mail: whether it came over TLS. */
  secure: boolean[];
  /** Everything that was said before TLS, to see that no mail was. */
  stop: () => Promise<void>;
}

const listen = async (host: string, options: SMTPServerOptions): Promise<Listening> => {
  const secure: boolean[] = [];
  const server = new SMTPServer({
    authOptional: true,
    ...options,
    onData: (stream, session, done) => {
      secure.push(session.secure);
      stream.resume();
      stream.on('end', () => done());
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, host, () => resolve((listener.address() as AddressInfo).port));
  });
  return { port, secure, stop: () => new Promise((resolve) => server.close(() => resolve())) };
};

const outcome = async (url: string): Promise<string> => {
  const transport = smtpTransport(url);
  const mail = { id: '1', from: { name: 'A', address: 'a@example.org' }, to: 'b@example.org' };
  try {
    await transport.send({ ...mail, subject: 'A code', text: '123456', html: '<p>123456</p>' });
    return 'sent';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    transport.close();
  }
};

interface Way {
  way: string;
  loopback: boolean;
  startTls: boolean;
  trusted: boolean;
  secure: boolean[];
}

const ways: Way[] = [
  { way: 'elsewhere, with STARTTLS', loopback: false, startTls: true, trusted: true, secure: [true] },
  { way: 'elsewhere, without STARTTLS', loopback: false, startTls: false, trusted: true, secure: [] },
  { way: 'elsewhere, with a certificate of nobody', loopback: false, startTls: true, trusted: false, secure: [] },
  { way: 'on this machine, with STARTTLS', loopback: true, startTls: true, trusted: true, secure: [true] },
  { way: 'on this machine, without STARTTLS', loopback: true, startTls: false, trusted: true, secure: [false] },
];

test.each(ways)('a mail server $way', async ({ loopback, startTls, trusted, secure }) => {
  const host = loopback ? '127.0.0.1' : outside;
  expect(host, 'this machine has an address besides 127.0.0.1').toBeDefined();
  setDefaultCACertificates(trusted ? [...own, pem.cert] : own);
  const server = await listen(host ?? '', startTls ? pem : { disabledCommands: ['STARTTLS'] });
  try {
    const said = await outcome(`smtp://${host}:${server.port}`);
    expect([server.secure, said === 'sent']).toEqual([secure, secure.length > 0]);
  } finally {
    await server.stop();
  }
});

test('a mail server that refuses somebody’s address puts it nowhere in the log', async () => {
  const refusing = await listen('127.0.0.1', {
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`<${address}>: no such mailbox`), { responseCode: 550 })),
  });
  const portal = await startPortal({ config: { smtpUrl: `smtp://127.0.0.1:${refusing.port}` } });
  try {
    const { email } = await portal.signedIn({ email: 'unusual.name@example.org' });
    await portal.client().post('/api/sign-in', { email, password: testPassword });
    await portal.services.relay.run();
    const told = portal.logs.filter((line) => line.includes('effect failed'));
    expect(told).toEqual([expect.stringMatching(/"responseCode":550/)]);
    expect(portal.logs.join('\n')).not.toContain('unusual.name');
  } finally {
    await portal.stop();
    await refusing.stop();
  }
});
