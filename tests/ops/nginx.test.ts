/** deploy/nginx.conf in a real nginx: what it keeps inside, what it lets through, and what the service behind it is told. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../support/servers/free-port.ts';
import { has, run } from '../support/tools.ts';

const given = readFileSync(join(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8');

/** Debian has it where only root looks for programs. */
const program = ['nginx', '/usr/sbin/nginx'].find(has) ?? 'nginx';

/** Each replacement must be of something that is there. */
const withOwn = (config: string, own: Record<string, string>): string => {
  let made = config;
  for (const [from, to] of Object.entries(own)) {
    expect(made).toContain(from);
    made = made.replaceAll(from, to);
  }
  return made;
};

describe.skipIf(!has(program) || !has('openssl'))('nginx', () => {
  let folder: string;
  let port: number;
  let upstream: Server;
  let nginx: ChildProcess;
  let arrived: (incoming: IncomingMessage) => void = () => undefined;
  let stderr = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'formwork-nginx-'));
    // As long a head as the service takes.
    upstream = createServer({ maxHeaderSize: 64 * 1024 }, (incoming, outgoing) => {
      arrived(incoming);
      incoming.resume().once('end', () => {
        outgoing.setHeader('Content-Type', 'application/json');
        outgoing.end(JSON.stringify({ url: incoming.url, headers: incoming.headers }));
      });
    }).listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const { port: behind } = upstream.address() as AddressInfo;
    const dead = await freePort();
    port = await freePort();
    const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'privkey.pem')];
    const subject = ['-subj', '/CN=forms.example.gov.uk', '-days', '2'];
    run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject]);
    const server = withOwn(given, {
      '# server 10.0.0.12:3000': `server 127.0.0.1:${dead}`,
      '127.0.0.1:3000': `127.0.0.1:${behind}`,
      'listen 80;': `listen 127.0.0.1:${await freePort()};`,
      'listen 443': `listen 127.0.0.1:${port}`,
      '/etc/ssl/formwork/fullchain.pem': certificate,
      '/etc/ssl/formwork/privkey.pem': key,
    });
    mkdirSync(join(folder, 'temp'));
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const temporary = places.map((name) => `${name}_temp_path ${folder}/temp/${name};`).join('\n');
    const own = `daemon off; pid ${folder}/pid; error_log stderr;`;
    writeFileSync(join(folder, 'nginx.conf'), `${own}\nevents {}\nhttp { access_log off;\n${temporary}\n${server}\n}`);
    nginx = spawn(program, ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    nginx.stderr?.on('data', (part: Buffer) => (stderr += part.toString()));
    await vi.waitFor(
      async () => {
        const { status } = await ask('/').catch((error: unknown) => {
          throw new Error(stderr, { cause: error });
        });
        expect(status).toBe(200);
      },
      { timeout: 30_000 },
    );
  });
  afterAll(async () => {
    const ended = once(nginx, 'exit');
    nginx.kill('SIGTERM');
    await ended;
    upstream.closeAllConnections();
    upstream.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const begun = (path: string, options: RequestOptions = {}) =>
    request({ host: '127.0.0.1', port, path, rejectUnauthorized: false, agent: false, ...options });

  const ask = async (path: string, options: RequestOptions = {}): Promise<{ status: number; body: string }> => {
    const asking = begun(path, options);
    asking.end();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, body: await text(answer) };
  };

  test('keeps figures and readiness inside, however they are written', async () => {
    const inside = [
      '/metrics',
      '/metrics/',
      '/METRICS',
      '/%6detrics',
      '/x/../ready',
      '/ready',
      '/ready/',
      '/health/service',
    ];
    for (const path of inside) expect(await ask(path), path).toMatchObject({ status: 404 });
    for (const path of ['/health', '/metrics-explained', '/api/service'])
      expect(JSON.parse((await ask(path)).body), path).toMatchObject({ url: path });
  });

  test('tells the service who asks, at which address and over what', async () => {
    const headers = { Host: 'forms.example.gov.uk', 'X-Forwarded-For': '203.0.113.9' };
    expect(JSON.parse((await ask('/', { headers })).body)).toMatchObject({
      headers: {
        host: 'forms.example.gov.uk',
        // The proxy's own entry is the last, which is the one that counts.
        'x-forwarded-for': '203.0.113.9, 127.0.0.1',
        'x-forwarded-proto': 'https',
      },
    });
  });

  test('lets long addresses and large bodies through, and no larger ones', async () => {
    expect((await ask(`/api/cases?after=${'a'.repeat(40_000)}`)).status).toBe(200);
    const tooLarge = begun('/', { method: 'POST', headers: { 'Content-Length': 65 * 1024 ** 2 } });
    tooLarge.on('error', () => undefined).flushHeaders();
    const [answer] = (await once(tooLarge, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    tooLarge.destroy();
  });

  test('holds no upload back', async () => {
    const first = new Promise<string>((resolve) => {
      arrived = (incoming) => incoming.once('data', (part: Buffer) => resolve(part.toString()));
    });
    const sending = begun('/upload', { method: 'POST', headers: { 'Content-Length': 11 } });
    sending.write('begun');
    expect(await first).toBe('begun');
    sending.end(' ended');
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(200);
    arrived = () => undefined;
  });

  test('its configuration has no fault', () => {
    const { stderr: said } = spawnSync(
      program,
      ['-t', '-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')],
      {
        encoding: 'utf8',
      },
    );
    expect(said).toContain('test is successful');
    expect(said).not.toContain('[warn]');
  });
});
