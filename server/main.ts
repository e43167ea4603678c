/** Runs the service until it is told to stop. */
import { pino } from 'pino';
import { systemClock } from './clock.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openPortal } from './portal.ts';

const settings = (): Config => {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
};

const config = settings();
const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 1, sync: false }));
const portal = await openPortal({ config, clock: systemClock, log });
log.info({ url: portal.url }, 'listening');

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
