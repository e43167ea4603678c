/** A server as operators run it, `node server/main.ts`, in a process of its own that tests kill, start again and put into another time. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'server/main.ts');
const movedClock = join(import.meta.dirname, 'moved-clock.ts');

export interface ServerProcess {
  /** The same through all its lives. */
  url: string;
  /** Lines that it logged, in all its lives. */
  logs: string[];
  isRunning: () => boolean;
  /** Resolves when it listens; rejects with what it said when it ends before that. */
  start: () => Promise<void>;
  /** At once, as when the machine loses its power. */
  kill: () => Promise<void>;
  /** As a service manager does it. */
  stop: () => Promise<void>;
  /** Puts its clock so far from the machine's, now and in its later lives. */
  moveClock: (milliseconds: number) => Promise<void>;
}

export interface ServerOptions {
  env: Record<string, string>;
  /** Shell words before the program, such as `ulimit -f 1000;`. */
  before?: string;
}

export const serverProcess = async ({ env, before }: ServerOptions): Promise<ServerProcess> => {
  const port = await freePort();
  const logs: string[] = [];
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  let ahead = 0;

  const tellClock = (running: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      running.once('message', () => resolve());
      running.once('exit', () => resolve());
      running.send({ ahead });
    });

  const spawned = (): ChildProcess => {
    const execArgv = ['--import', movedClock];
    const options = {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node-compile'),
        FORMWORK_PORT: String(port),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'] as ['ignore', 'pipe', 'pipe', 'ipc'],
    };
    if (before === undefined) return fork(program, { ...options, execArgv });
    // `exec` keeps the process that was started the one that is killed.
    const line = `${before} exec "${process.execPath}" "$@"`;
    return fork('-c', [line, 'sh', ...execArgv, program], { ...options, execArgv: [], execPath: '/bin/sh' });
  };

  const signal = async (name: NodeJS.Signals): Promise<void> => {
    child?.kill(name);
    await ended;
  };

  return {
    url: `http://127.0.0.1:${port}`,
    logs,
    isRunning: () => child !== undefined,
    start: async () => {
      const running = spawned();
      child = running;
      const said: string[] = [];
      ended = new Promise((resolve) =>
        running.once('exit', () => {
          child = undefined;
          resolve();
        }),
      );
      const listening = new Promise<void>((resolve) => {
        for (const stream of [running.stdout, running.stderr])
          if (stream !== null)
            createInterface(stream).on('line', (line) => {
              logs.push(line);
              said.push(line);
              if (line.includes('"msg":"listening"')) resolve();
            });
      });
      const tooEarly = ended.then(() => {
        throw new Error(`The server ended before it listened: ${said.join('\n')}`);
      });
      tooEarly.catch(() => undefined);
      if (ahead !== 0) await tellClock(running);
      await Promise.race([listening, tooEarly]);
    },
    kill: () => signal('SIGKILL'),
    stop: () => signal('SIGTERM'),
    moveClock: async (milliseconds) => {
      ahead = milliseconds;
      if (child !== undefined) await tellClock(child);
    },
  };
};
