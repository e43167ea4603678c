/** A replica set of three real MongoDB servers on loopback. Its members end with the process that started them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { freePort } from './free-port.ts';
import { mongodProgram } from './mongod.ts';

const setName = 'formwork';

export interface ReplicaSet {
  /** `mongodb://host:port,host:port,host:port/?replicaSet=…`. */
  url: string;
  stop: () => Promise<void>;
}

/** Ends the server when its own standard input ends, which it does when the process that started it is gone. */
const untilInputEnds = '"$@" & server=$!; cat >/dev/null; kill $server; wait $server';

const member = (program: string, folder: string, port: number): ChildProcess => {
  mkdirSync(folder);
  const options = ['--replSet', setName, '--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const small = ['--oplogSize', '64', '--wiredTigerCacheSizeGB', '0.25', '--nounixsocket', '--quiet'];
  const quiet = ['--setParameter', 'diagnosticDataCollectionEnabled=false'];
  const command = ['-c', untilInputEnds, 'mongod', program, ...options, ...small, ...quiet];
  return spawn('sh', command, { stdio: ['pipe', 'ignore', 'ignore'] });
};

const connected = async (port: number, child: ChildProcess): Promise<MongoClient> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The MongoDB server at port ${port} does not start`);
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 1000,
    });
    const open = await client.connect().catch(() => undefined);
    if (open !== undefined) return open;
    await client.close();
  }
};

/** The first member is chosen at once, without the ten seconds after which members look for a primary by themselves. */
const elect = async (client: MongoClient): Promise<void> => {
  for (;;) {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return;
    if (hello['secondary'] === true)
      await client
        .db('admin')
        .command({ replSetStepUp: 1 })
        .catch(() => undefined);
    await wait(100);
  }
};

export const startReplicaSet = async (): Promise<ReplicaSet> => {
  const program = mongodProgram();
  const folder = mkdtempSync(join(tmpdir(), 'formwork-replica-set-'));
  const ports = [await freePort(), await freePort(), await freePort()];
  const children = ports.map((port) => member(program, join(folder, String(port)), port));
  const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  const stop = async (): Promise<void> => {
    for (const child of children) child.stdin?.end();
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const clients = await Promise.all(children.map((child, at) => connected(ports[at] ?? 0, child)));
    const [first] = clients;
    if (first === undefined) throw new Error('A replica set has members');
    const members = ports.map((port, _id) => ({ _id, host: `127.0.0.1:${port}` }));
    await first.db('admin').command({ replSetInitiate: { _id: setName, members } });
    await elect(first);
    await Promise.all(clients.map((client) => client.close()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `mongodb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/?replicaSet=${setName}`, stop };
};
