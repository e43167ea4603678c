/** Runs the service until it is told to stop. */
import { pino } from 'pino';
import { systemClock } from './core/clock.ts';
import { ConfigError, readConfig, servingFaults, unknownSettings, type Config } from './core/config.ts';
import { openPortal, type Portal } from './portal.ts';

const settings = (): Config => {
  try {
    return readConfig(process.env, servingFaults);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
};

/** For whoever tries the service on a terminal. */
const greet = ({ url, services }: Portal): void => {
  const accounts = services.demoAccounts.map(({ email, password, who }) => `    ${who}: ${email}, ${password}`);
  const lines = [
    '',
    `  ${services.config.serviceName}: ${url}`,
    `  Mail, with the codes to sign in, goes to ${url}/dev/mailbox`,
    ...(accounts.length === 0 ? [] : ['  Accounts:', ...accounts]),
    '',
  ];
  console.log(lines.join('\n'));
};

const config = settings();
// On a terminal a line for every request would hide the greeting.
const level = config.demonstration && config.logLevel === 'info' ? 'warn' : config.logLevel;
const log = pino({ level, base: null }, pino.destination({ dest: 1, sync: false }));
for (const setting of unknownSettings(process.env)) log.warn({ setting }, 'there is no such setting');

const open = async (): Promise<Portal> => {
  try {
    return await openPortal({ config, clock: systemClock, log });
  } catch (error) {
    console.error(`The service cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
};
const portal = await open();
log.info({ url: portal.url }, 'listening');
if (config.demonstration) greet(portal);

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) process.exit(1);
  stopping = true;
  log.info({ signal }, 'stopping');
  await portal.stop();
  log.info('stopped');
  log.flush();
};
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
process.on('SIGHUP', () => {
  void Promise.all([portal.services.catalogue.reload(), portal.services.registers.reload()]).then(
    ([{ served, refused }]) => log.info({ served: served.length, refused: refused.length }, 'forms read again'),
    (error: unknown) => log.error({ err: error }, 'forms not read again'),
  );
  portal.storage.seals?.keys.reload().catch((error: unknown) => log.error({ err: error }, 'keys not read again'));
});
