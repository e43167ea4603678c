/** A server that speaks MongoDB's protocol: the one that MONGODB_URL names, else FerretDB built from tests/mongod where Go is on the machine. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.ts';

const source = join(import.meta.dirname, '../mongod');
const program = join(import.meta.dirname, '../../node_modules/.cache/mongod/mongod');
const env = { ...process.env, PATH: [process.env['PATH'], '/usr/local/go/bin'].join(delimiter) };

const hasGo = (): boolean => spawnSync('go', ['version'], { env }).status === 0;

/** Whether a server can be had here. */
export const hasMongodb = (): boolean => process.env['MONGODB_URL'] !== undefined || existsSync(program) || hasGo();

const build = (): void => {
  if (existsSync(program)) return;
  mkdirSync(join(program, '..'), { recursive: true });
  const made = `${program}.${process.pid}`;
  execFileSync('go', ['build', '-o', made, '.'], { cwd: source, env, stdio: 'inherit' });
  renameSync(made, program);
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

export interface MongodbServer {
  /** The URL of a database that nobody else uses. */
  database: () => string;
  stop: () => Promise<void>;
}

export const startMongodb = async (): Promise<MongodbServer> => {
  const named = (base: string) => (): string => {
    const url = new URL(base);
    url.pathname = `/formwork_${randomBytes(6).toString('hex')}`;
    return url.href;
  };
  const given = process.env['MONGODB_URL'];
  if (given !== undefined) return { database: named(given), stop: async () => undefined };
  build();
  const folder = mkdtempSync(join(tmpdir(), 'formwork-mongod-'));
  const port = await freePort();
  const child: ChildProcess = spawn(program, [folder, `127.0.0.1:${port}`], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await answers(port)))
    if (child.exitCode !== null) throw new Error('The test server for MongoDB does not start');
  return {
    database: named(`mongodb://127.0.0.1:${port}/`),
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
