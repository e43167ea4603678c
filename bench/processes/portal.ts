/** The whole service as it runs for people, with so many of them signed in: `node portal.ts FORMS DATA PEOPLE [KEYS]`. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { systemClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { openPortal } from '../../server/portal.ts';
import type { Ready, Usage } from './message.ts';

const [formsDir = '', dataDir = '', people = '0', keysFile = ''] = process.argv.slice(2);
// No mail is sent, and settings of the council on this machine are left out.
const settings = readConfig({ FORMWORK_SMTP_URL: 'smtp://127.0.0.1:9', FORMWORK_COUNCIL_DIR: dataDir });
const config = { ...settings, formsDir, dataDir, keysFile, port: 0, serveUnpublished: true };
const log = pino({ level: 'info', base: null }, pino.destination({ dest: 1, sync: false }));
const { services, stop } = await openPortal({ config, clock: systemClock, log });

const signIn = async (_: unknown, index: number): Promise<string> => {
  const account = await services.accounts.create({
    email: `person${index}@example.org`,
    // Nobody signs in with it, and to hash one would take memory that is measured.
    passwordHash: '',
    role: 'applicant',
    profile: {
      forename: 'Ada',
      surname: 'Byron',
      professional: false,
      address: { street: 'High Street', town: 'Oxford', postcode: 'OX1 1ND' },
    },
  });
  return `__Host-session=${(await services.sessions.begin(account)).token}`;
};

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

const usage = (): Usage => {
  const held = delay.percentile(99) / 1e6;
  delay.reset();
  return { resident: process.memoryUsage.rss() / 1024 ** 2, peak: process.resourceUsage().maxRSS / 1024, held };
};

process.on('message', () => process.send?.(usage()));
process.on('disconnect', () => void stop());
const cookies = await Promise.all(Array.from({ length: Number(people) }, signIn));
process.send?.({ url: `http://127.0.0.1:${services.config.port}`, cookies } satisfies Ready);
