/** Runs what is measured in a process of its own, so that who measures it takes none of its time or memory. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { PortalWanted, Ready, Usage } from './message.ts';

export interface Measured extends Ready {
  usage: () => Promise<Usage>;
  stop: () => Promise<void>;
}

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'url' in message && 'cookies' in message;

const isUsage = (message: unknown): message is Usage =>
  typeof message === 'object' && message !== null && 'resident' in message && 'held' in message;

/** As `npm start` runs the server. */
const execArgv = ['--max-semi-space-size=4'];
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'node-compile'),
};

/** One of the programs beside this one. Rejects when it ends before it is ready. */
const start = async (program: 'portal' | 'echo', ...words: string[]): Promise<Measured> => {
  const path = join(import.meta.dirname, `${program}.ts`);
  const child = fork(path, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv, env });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = <T>(isIt: (message: unknown) => message is T): Promise<T> =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => {
        if (isIt(message)) resolve(message);
        else reject(new Error(`The ${program} said something else: ${JSON.stringify(message)}`));
      });
      void ended.then(() => reject(new Error(`The ${program} ended`)));
    });
  const ready = await said(isReady);
  return {
    ...ready,
    usage: () => {
      const answer = said(isUsage);
      child.send('usage');
      return answer;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
};

export const startPortal = (wanted: PortalWanted): Promise<Measured> => start('portal', JSON.stringify(wanted));

/** Bare Koa and koa-body that give back what they get. */
export const startEcho = (): Promise<Measured> => start('echo');
