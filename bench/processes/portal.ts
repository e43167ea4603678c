/** The whole service as it runs for people, with some of them signed in: `node portal.ts '<PortalWanted as JSON>'`. */
import { pino } from 'pino';
import type { Role } from '../../wire/account.ts';
import { systemClock } from '../../server/core/clock.ts';
import { readConfig } from '../../server/core/config.ts';
import { fromOwnJson, type OwnJson } from '../../server/core/own-json.ts';
import { openPortal } from '../../server/portal.ts';
import { watchLoop } from './loop-watch.ts';
import type { PortalWanted, Ready, Usage } from './message.ts';

const told: OwnJson<PortalWanted> = process.argv[2] ?? '';
const wanted = fromOwnJson(told);
// No mail is sent, and settings of the council on this machine are left out.
const settings = readConfig({
  FORMWORK_SMTP_URL: 'smtp://127.0.0.1:9',
  FORMWORK_COUNCIL_DIR: wanted.data,
  ...wanted.settings,
});
const config = { ...settings, formsDir: wanted.forms, dataDir: wanted.data, port: 0, serveUnpublished: true };
const log = pino({ level: 'info', base: null }, pino.destination({ dest: 1, sync: false }));
const { services, stop } = await openPortal({ config, clock: systemClock, log });

/** The council has invited them, so that they may be sent what is for professionals. */
const invitation = {
  tokenHash: '',
  expiresAt: '2020-01-08T00:00:00.000Z',
  acceptedAt: '2020-01-02T00:00:00.000Z',
  by: 'the council',
};

const signIn = async (role: Role, index: number): Promise<string> => {
  const account = await services.accounts.create({
    email: `${role}${index}@example.org`,
    // Nobody signs in with it, and to hash one would take memory that is measured.
    passwordHash: '',
    role,
    invitation,
    profile: {
      forename: 'Ada',
      surname: 'Byron',
      professional: true,
      address: { street: 'High Street', town: 'Oxford', postcode: 'OX1 1ND' },
    },
  });
  if (role === 'officer')
    for (const { _id } of await services.teams.list()) await services.teams.join(_id, account._id);
  return `session=${(await services.sessions.begin(account)).token}`;
};

const signedIn = (role: Role, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => signIn(role, index)));

const heldSince = watchLoop();

const usage = (): Usage => {
  const { rss, heapUsed } = process.memoryUsage();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return {
    resident: rss / 1024 ** 2,
    peak: maxRSS / 1024,
    heap: heapUsed / 1024 ** 2,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    held: heldSince(),
  };
};

process.on('message', () => process.send?.(usage()));
process.on('disconnect', () => void stop());
const cookies = await signedIn('applicant', wanted.people);
const [administrator = ''] = await signedIn('administrator', 1);
const officers = await signedIn('officer', wanted.officers ?? 0);
process.send?.({ url: `http://127.0.0.1:${services.config.port}`, cookies, officers, administrator } satisfies Ready);
