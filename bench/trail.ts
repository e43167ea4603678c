/** Entries of the audit trail from several servers on one store, beside the single chain that releases before 0.3.0 wrote. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject } from '../engine/json.ts';
import { brokenAt } from '../server/modules/audit/index.ts';
import { collections } from '../server/platform/storage/collections.ts';
import { openMongodb } from '../server/platform/storage/mongodb/mongodb.ts';
import { openSqlite } from '../server/platform/storage/sqlite/sqlite.ts';
import { hasMongodb, startMongodb, withoutMongodb } from '../tests/support/servers/mongodb.ts';
import { figure, type Figure } from './measure.ts';
import { recordsOf } from '../server/platform/storage/store.ts';

const servers = 3;
/** Requests in flight on each server. */
const lanes = 64;
const seconds = 8;
const asked = 3000;

/** Entries a second of all servers together. */
const rate = async (where: string, way: 'one' | 'many'): Promise<number> => {
  const children = Array.from({ length: servers }, () =>
    fork(join(import.meta.dirname, 'processes/trail.ts'), [where, way, String(lanes), String(seconds)]),
  );
  const said = (child: (typeof children)[number]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`A server ended with ${code}`)));
    });
  await Promise.all(children.map(said));
  const answers = children.map(said);
  for (const child of children) child.send('go');
  const written = (await Promise.all(answers)).map((answer) => (isObject(answer) ? Number(answer['written']) : NaN));
  return written.reduce((sum, each) => sum + each, 0) / seconds;
};

const onStore = async (name: string, whereOf: () => string): Promise<Figure> => {
  const one = await rate(whereOf(), 'one');
  const where = whereOf();
  const many = await rate(where, 'many');
  const store = recordsOf(
    where.startsWith('mongodb')
      ? await openMongodb({ url: where, collections })
      : await openSqlite({ file: where, collections }),
  );
  const broken = await brokenAt(store);
  await store.close();
  if (broken !== undefined) throw new Error(`The trail on ${name} is broken at ${broken}`);
  return figure(
    `audit entries from ${servers} servers on ${name}, ${lanes} requests in flight on each`,
    'entries/s',
    many,
    {
      beside: { name: 'the single chain of before 0.3.0', value: one },
      target: `at least ${asked}`,
      met: many >= asked,
    },
  );
};

export const measureTrail = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-trail-'));
  let files = 0;
  const figures = [
    await onStore('SQLite', () => {
      files += 1;
      return join(folder, `${files}.db`);
    }),
  ];
  rmSync(folder, { recursive: true, force: true });
  if (!hasMongodb()) {
    console.log(withoutMongodb);
    return figures;
  }
  const server = await startMongodb();
  try {
    figures.push(await onStore('a replica set of MongoDB', server.database));
  } finally {
    await server.stop();
  }
  return figures;
};
