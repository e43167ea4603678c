/** A replica set of three real MongoDB servers on loopback. Its members end with the process that started them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { freePort } from './free-port.ts';
import { mongodProgram } from './mongod.ts';

const setName = 'formwork';

export interface Member {
  /** Where it listens itself. */
  port: number;
  /** What it keeps. */
  folder: string;
  /** Of its process; undefined while it is away. */
  pid: () => number | undefined;
  /** At once, as when the machine loses its power. */
  kill: () => Promise<void>;
  /** Resolves when it answers. */
  start: () => Promise<void>;
  /** What it answers to a command of the database `admin`, or of another one. Rejects while it is away. */
  command: (command: Record<string, unknown>, database?: string) => Promise<Record<string, unknown>>;
}

export interface ReplicaSet {
  /** `mongodb://host:port,host:port,host:port/?replicaSet=…`. */
  url: string;
  members: readonly Member[];
  /** Whom a majority follows; waits until there is one. */
  primary: () => Promise<Member>;
  stop: () => Promise<void>;
}

/** Ends the server when its own standard input ends, which it does when the process that started it is gone. */
const untilInputEnds = '"$@" >/dev/null & server=$!; echo $server; cat >/dev/null; kill $server; wait $server';

/** A server that ended waits for its shell to look after it, which is busy with its input. */
const isRunning = (pid: number): boolean => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

export interface MemberSize {
  cacheGigabytes: number;
  oplogMegabytes: number;
}

const smallest: MemberSize = { cacheGigabytes: 0.25, oplogMegabytes: 64 };

const memberAt = (
  program: string,
  folder: string,
  port: number,
  size: MemberSize,
): Member & { stop: () => Promise<void> } => {
  mkdirSync(folder);
  const options = ['--replSet', setName, '--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const { cacheGigabytes, oplogMegabytes } = size;
  const small = ['--oplogSize', String(oplogMegabytes), '--wiredTigerCacheSizeGB', String(cacheGigabytes)];
  const quiet = ['--nounixsocket', '--quiet', '--setParameter', 'diagnosticDataCollectionEnabled=false'];
  const words = ['-c', untilInputEnds, 'mongod', program, ...options, ...small, ...quiet];
  let shell: ChildProcess | undefined;
  let pid: number | undefined;

  const command: Member['command'] = async (asked, database = 'admin') => {
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 1000,
    });
    try {
      return await client.db(database).command(asked);
    } finally {
      await client.close();
    }
  };
  const stop = async (): Promise<void> => {
    if (shell === undefined) return;
    const ended = once(shell, 'exit');
    shell.stdin?.end();
    await ended;
    [shell, pid] = [undefined, undefined];
  };

  return {
    port,
    folder,
    pid: () => pid,
    command,
    start: async () => {
      shell = spawn('sh', words, { stdio: ['pipe', 'pipe', 'ignore'] });
      if (shell.stdout !== null)
        for await (const line of createInterface({ input: shell.stdout })) {
          pid = Number(line);
          break;
        }
      while (
        !(await command({ ping: 1 }).then(
          () => true,
          () => false,
        ))
      ) {
        if (pid === undefined || !isRunning(pid)) throw new Error(`The MongoDB server at port ${port} does not start`);
        await wait(50);
      }
    },
    kill: async () => {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await stop();
    },
    stop,
  };
};

const isPrimary = (member: Member): Promise<boolean> =>
  member.command({ hello: 1 }).then(
    ({ isWritablePrimary }) => isWritablePrimary === true,
    () => false,
  );

/** The first member is chosen at once, without the ten seconds after which members look for a primary by themselves. */
const elect = async (member: Member): Promise<void> => {
  while (!(await isPrimary(member))) {
    await member.command({ replSetStepUp: 1 }).catch(() => undefined);
    await wait(100);
  }
};

export interface ReplicaSetOptions {
  size?: MemberSize;
  /** Ports by which members and everybody else reach each of them, in their order; otherwise their own. */
  reachedAt?: (members: readonly Member[]) => Promise<readonly number[]>;
}

export const startReplicaSet = async ({ size = smallest, reachedAt }: ReplicaSetOptions = {}): Promise<ReplicaSet> => {
  const program = mongodProgram();
  const folder = mkdtempSync(join(tmpdir(), 'formwork-replica-set-'));
  const made = [await freePort(), await freePort(), await freePort()].map((port) =>
    memberAt(program, join(folder, String(port)), port, size),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(made.map((member) => member.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(made.map((member) => member.start()));
    const [first] = made;
    if (first === undefined) throw new Error('A replica set has members');
    const hosts = ((await reachedAt?.(made)) ?? made.map(({ port }) => port)).map((port) => `127.0.0.1:${port}`);
    const members = hosts.map((host, _id) => ({ _id, host }));
    await first.command({ replSetInitiate: { _id: setName, members } });
    await elect(first);
    return {
      url: `mongodb://${hosts.join(',')}/?replicaSet=${setName}`,
      members: made,
      primary: async () => {
        for (;;) {
          for (const member of made) if (await isPrimary(member)) return member;
          await wait(50);
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
