/**
 * An operator's week by the documents alone: their commands, as they stand there, on a machine of which nothing is there but an empty
 * folder; under systemd with the embedded store, and with compose as two servers on a replica set.
 */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { openBrowser, openPerson } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { createClient, type Client } from '../support/client.ts';
import { commandsIn } from '../support/operator/documents.ts';
import { operator, type Operator } from '../support/operator/operator.ts';
import { testPassword, testProfile } from '../support/portal.ts';
import { field, fieldsOf, listOf, textField } from '../support/read.ts';
import { onBothStores } from '../support/servers/both-stores.ts';
import { freePort } from '../support/servers/free-port.ts';
import { startMailServer, type MailServer } from '../support/servers/mail-server.ts';
import { roundRobin, type RoundRobin } from '../support/servers/round-robin.ts';
import { run } from '../support/tools.ts';

const support = join(import.meta.dirname, '../support');
const releases = join(import.meta.dirname, '../releases');
const host = 'forms.example.gov.uk';
const jane = 'jane.smith@example.gov.uk';
const ada = 'ada@example.org';
const well = 'All is as it was written.';
const backUp = '2026-11-24.tar';
const isCode = /^\s*(\d{6})\s*$/m;
/** Many programs are started, one after the other: much slower where others work beside it. */
const hangs = 900_000;
vi.setConfig({ testTimeout: hangs, hookTimeout: hangs });

let pages: string;
beforeAll(async () => {
  pages = await buildPages();
});
afterAll(() => rmSync(pages, { recursive: true, force: true }));

const suite = (name: string, urlOf: () => string): void => {
  describe(`on ${name}`, () => {
    // One each: `tests/releases/upgrade.test.ts` has both on both stores.
    const release = name === 'MongoDB' ? '0.2.0' : '0.1.0';
    let mail: MailServer;
    let typing: Operator;
    let front: RoundRobin;
    let way: 'systemd' | 'compose';
    let urls: string[];
    let token = '';
    /** What of the documents' examples is this operator's own. */
    const own: Record<string, string> = { 'sleep 5': 'sleep 0.2' };
    const inPrefix = (path: string): string => join(typing.prefix, path);
    const backups = (): string =>
      inPrefix(way === 'systemd' ? 'var/backups/formwork' : 'opt/formwork/deploy/volumes/backups');
    const words = (systemd: string, compose: string): string => (way === 'systemd' ? systemd : compose);
    const heading = () => words('One machine, under systemd', 'Two servers with containers');

    beforeAll(async () => {
      way = urlOf() === '' ? 'systemd' : 'compose';
      mail = await startMailServer();
      const names = way === 'systemd' ? ['formwork'] : ['server-1', 'server-2'];
      const ports = Object.fromEntries(
        await Promise.all(names.map(async (each): Promise<[string, number]> => [each, await freePort()])),
      );
      urls = names.map((each) => `http://127.0.0.1:${ports[each] ?? 0}`);
      typing = operator({ way, own, ports, pages });
      own['smtp://user:password@mail.example.gov.uk:587'] = mail.url;
      own['127.0.0.1:3000'] = urls[0]?.replace('http://', '') ?? '';
      for (const database of ['formwork', 'formwork2'])
        own[`mongodb://mongo-1,mongo-2,mongo-3/${database}?replicaSet=formwork`] = urlOf();
      front = await roundRobin(urls);
    });
    afterAll(async () => {
      await front.stop();
      await typing.leave();
      await mail.stop();
    });

    const told = async (at: string, path = '/health/service') => {
      const headers = { Authorization: `Bearer ${token}` };
      const { status, body } = await createClient(at).send('GET', path, { headers });
      return { status, keys: listOf(field(body, 'keys')), said: JSON.stringify(body) };
    };
    const newest = (to: string, pattern: RegExp): string => {
      const text = mail.received.findLast((each) => each.to === to && pattern.test(each.text))?.text ?? '';
      return pattern.exec(text)?.[1] ?? `no such mail to ${to}`;
    };
    const withCodeIn = (to: string) => mail.received.filter((each) => each.to === to && isCode.test(each.text));
    /** In the mail that comes after so many with one. */
    const code = async (to: string, before: number): Promise<string> => {
      await expect.poll(() => withCodeIn(to).length, { timeout: hangs }).toBeGreaterThan(before);
      return newest(to, isCode);
    };
    const mailsTo = (to: string): number => mail.received.filter((each) => each.to === to).length;
    /** Does what mails a code, and then what takes it. */
    const withCode = async (
      client: Client,
      email: string,
      begin: string,
      body: unknown,
      end: string,
    ): Promise<void> => {
      const before = withCodeIn(email).length;
      const { challenge } = expectStatus(await client.post(begin, body), 200);
      expectStatus(await client.post(end, { challenge, code: await code(email, before) }), 200);
    };
    const signIn = async (email: string): Promise<Client> => {
      const client = createClient(front.url);
      await withCode(client, email, '/api/sign-in', { email, password: testPassword }, '/api/sign-in/code');
      return client;
    };

    test('the installing page ends with a service that is well', async () => {
      await typing.play([
        ...commandsIn('install.md', "The program and the council's folder"),
        ...commandsIn('install.md', heading()),
      ]);
      if (way === 'compose') token = readFileSync(inPrefix('opt/formwork/deploy/secrets/metrics-token'), 'utf8').trim();
      for (const url of urls) {
        const { status, keys, said } = await told(url);
        expect(status, said).toBe(200);
        expect(keys).toHaveLength(1);
      }
    });

    test('the first administrator is invited by mail, and signs in', async () => {
      await typing.play(commandsIn('install.md', 'The first administrator'));
      expect(mailsTo(jane)).toBe(1);
      const link = newest(jane, /(https:\S+\/accept-invitation#\S+)/);
      if (way === 'compose') {
        const client = createClient(front.url);
        const acceptance = { token: link.split('#')[1], password: testPassword, address: testProfile.address };
        expectStatus(await client.post('/api/invitations/accept', acceptance), 200);
        expectStatus(await (await signIn(jane)).get('/api/audit'), 200);
      } else await throughPages(link);
      const { status } = await (
        await signIn(jane)
      ).post('/api/accounts/invitations', {
        email: 'officer@example.gov.uk',
        forename: 'Omar',
        surname: 'Haddad',
        role: 'officer',
        groups: [],
        teams: [],
      });
      expect(status).toBe(202);
      await expect.poll(() => mailsTo('officer@example.gov.uk')).toBe(1);
    });

    /** In a browser that finds the public address, over TLS, as people do. */
    const throughPages = async (link: string): Promise<void> => {
      const folder = mkdtempSync(join(tmpdir(), 'formwork-certificate-'));
      const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
      const subject = ['-subj', `/CN=${host}`, '-days', '2'];
      run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject]);
      const secure = await roundRobin(urls, { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') });
      rmSync(folder, { recursive: true });
      const at = `--host-resolver-rules=MAP ${host} ${secure.url.replace('https://', '')}`;
      let browser: Browser | undefined;
      try {
        browser = await openBrowser([at, '--ignore-certificate-errors']);
        const { page, context } = await openPerson(browser, `https://${host}`);
        context.setDefaultTimeout(hangs);
        await page.goto(link);
        await page.locator('#field-password').fill(testPassword);
        await page.getByLabel('Confirm password').fill(testPassword);
        await page.getByLabel('Street').fill('Weir Road');
        await page.getByLabel('Town or city').fill('Lockside');
        await page.getByLabel('Postcode').fill('ox11ne');
        await page.getByRole('button', { name: 'Accept the invitation' }).click();
        await page.getByRole('heading', { level: 1, name: 'Your account is ready' }).waitFor();

        const again = await openPerson(browser, `https://${host}`);
        again.context.setDefaultTimeout(hangs);
        await again.page.goto('/sign-in');
        await again.page.getByLabel('Email').fill(jane);
        await again.page.locator('#field-password').fill(testPassword);
        const before = withCodeIn(jane).length;
        await again.page.getByRole('button', { name: 'Submit', exact: true }).click();
        await again.page.getByLabel('Code').fill(await code(jane, before));
        await again.page.getByRole('button', { name: 'Finish' }).click();
        await again.page.getByRole('button', { name: 'Jane Smith' }).waitFor();
      } finally {
        await browser?.close();
        await secure.stop();
      }
    };

    test('what was acknowledged before a backup is in it, taken while people work; and keys change while they do', async () => {
      const client = createClient(front.url);
      const registration = { profile: testProfile, email: ada, password: testPassword };
      await withCode(client, ada, '/api/registrations', registration, '/api/registrations/confirm');
      const begun = expectStatus(
        await client.post('/api/drafts', { form: 'ehcna-parents-young-person', answers: {} }),
        201,
      );
      const draft = `/api/drafts/${textField(begun, 'id')}`;
      let revision = Number(begun['revision']);
      const working = { on: true };
      const work = (async () => {
        while (working.on) {
          const set = { firstName: `Ivo ${revision}` };
          revision = Number(expectStatus(await client.patch(draft, { revision, set }), 200)['revision']);
        }
      })();
      let before = 0;
      try {
        await expect.poll(() => revision).toBeGreaterThan(3);
        before = revision;
        if (way === 'systemd') await typing.play(['systemctl start formwork-backup']);
        else await typing.play(commandsIn('install.md', heading(), 'run --rm ops backup'));

        // The week goes on, with another key.
        const keys = words('etc/formwork', 'opt/formwork/deploy/secrets');
        const [add = '', ...change] = commandsIn('keys.md', 'Change');
        await typing.play([add], inPrefix(keys));
        for (const url of urls) await expect.poll(async () => (await told(url)).keys).toHaveLength(2);
        expect(await typing.play(change, inPrefix(keys))).toContain('Nothing in the store is under the key');
      } finally {
        working.on = false;
      }
      await work;
      expect(revision).toBeGreaterThan(before);

      own[backUp] = readdirSync(backups()).at(-1) ?? '';
      expect(await typing.play(commandsIn('backup.md', 'Put back', words('formwork-ops', 'docker')))).toContain(well);
      for (const url of urls) await expect.poll(async () => (await told(url)).status).toBe(200);
      const restored = expectStatus(await (await signIn(ada)).get(draft), 200);
      expect(Number(restored['revision'])).toBeGreaterThanOrEqual(before);
      expect(Number(restored['revision'])).toBeLessThan(revision);
      expectStatus(await (await signIn(jane)).get('/api/audit'), 200);
    });

    /** The council that those stores belong to, with its forms and with the keys of that time. */
    const asItWasWith = (): void => {
      const council = inPrefix(words('etc/formwork/council', 'opt/formwork/council'));
      const settings: unknown = JSON.parse(readFileSync(join(council, 'settings.json'), 'utf8'));
      const formsDir = inPrefix('opt/forms-of-that-time');
      for (const each of ['forms', 'task-forms']) cpSync(join(support, each), formsDir, { recursive: true });
      cpSync(join(support, 'clock-council'), council, { recursive: true });
      const teams = {
        rivers: 'rivers@example.gov.uk',
        lakes: 'lakes@example.gov.uk',
        'upper-river': 'upper@example.gov.uk',
      };
      const its = { ...fieldsOf(settings), formsDir, serveUnpublished: true, teams };
      writeFileSync(join(council, 'settings.json'), JSON.stringify(its));
      const keys = join(releases, release, 'keys');
      const ring = inPrefix(words('etc/formwork/keys', 'opt/formwork/deploy/secrets/keys'));
      if (existsSync(keys)) appendFileSync(ring, readFileSync(keys));
      for (const left of ['var/lib/formwork.before', 'opt/formwork-before'])
        rmSync(inPrefix(left), { recursive: true, force: true });
    };

    test(`what release ${release} wrote is upgraded and verified`, async () => {
      asItWasWith();
      cpSync(join(releases, release, 'store.tar'), join(backups(), `${release}.tar`));
      own[backUp] = `${release}.tar`;
      own['before-0.3.0.tar'] = `before-upgrade-from-${release}.tar`;
      own['mongodb://mongo-1,mongo-2,mongo-3/formwork2?replicaSet=formwork'] = urlOf();
      await typing.play(commandsIn('backup.md', 'Put back', words('formwork-ops', 'docker')));
      const said = await typing.play(
        commandsIn('upgrade.md', 'Upgrade and go back', words('formwork-ops', 'docker compose')),
      );
      expect(said).toContain('All is in the shape of this release.');
      expect(said).toMatch(/3 submissions[\s\S]*All is as it was written\./);
      for (const url of urls) expect(await told(url, '/ready')).toMatchObject({ status: 200 });
    });
  });
};

onBothStores(suite);
