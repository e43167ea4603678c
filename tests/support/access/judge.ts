/** Calls every route of the table as everybody, and tells where the service does otherwise than the table says. */
import type { Scope } from '../../../wire/api.ts';
import type { Answer, SendOptions } from '../client.ts';
import { field } from '../read.ts';
import { startCast, type Cast, type CallerName } from './people.ts';
import { makeRecords, type Found } from './records.ts';
import { requests } from './requests.ts';
import type { Row } from './table.ts';

export interface Judge {
  cast: Cast;
  /** What a row's route answers somebody. */
  answer: (row: Pick<Row, 'name' | 'route'>, caller: CallerName) => Promise<Answer>;
  /** In words, each cell that is not as the table says. */
  differences: (rows: readonly Row[]) => Promise<string[]>;
}

const isEmpty = ({ headers, body }: Answer): boolean => {
  if (headers.get('Content-Type')?.startsWith('text/csv') === true) return String(body).trim().split('\n').length < 2;
  const items = Array.isArray(body) ? body : field(body, 'items');
  return Array.isArray(items) && items.length === 0;
};

/** What a cell of the table says of an answer. */
const cellOf = (answer: Answer, list: boolean): string => {
  if (answer.status >= 300) return String(answer.status);
  return list && isEmpty(answer) ? 'none' : 'yes';
};

export const startJudge = async (): Promise<Judge> => {
  const cast = await startCast();
  const records = await makeRecords(cast);
  const scopes = new Map<string, Scope | undefined>();
  for (const { method, path, scope } of cast.portal.services.routes) scopes.set(`${method} ${path}`, scope);

  const ask: Judge['answer'] = async ({ name: row, route }, caller) => {
    const wanted = requests[row];
    if (wanted === undefined) throw new Error(`It is not said what ${row} is called with`);
    const found: Found = await records[wanted.record]();
    const [method = '', path = ''] = route.split(' ');
    const place = path.replaceAll(/:(\w+)/g, (_, name: string) => found.params[name] ?? name);
    const address = wanted.query === undefined ? place : `${place}?${wanted.query}`;
    const headers = { 'If-Match': `"${found.revision}"` };
    const options: SendOptions =
      wanted.bytes !== undefined
        ? { body: wanted.bytes, headers: { ...headers, 'Content-Type': 'application/octet-stream' } }
        : wanted.body === undefined
          ? { headers }
          : {
              body: JSON.stringify(wanted.body(found, cast)),
              headers: { ...headers, 'Content-Type': 'application/json' },
            };
    return cast.as(caller, scopes.get(route)).send(method, address, options);
  };
  const call = async (row: Row, caller: CallerName): Promise<string> =>
    cellOf(await ask(row, caller), !row.route.includes(':'));

  return {
    cast,
    answer: ask,
    differences: async (rows) => {
      const told: string[] = [];
      // All at once for each row: every call has a record of its own, or one that calls do not change for one another.
      for (const row of rows) {
        const found = await Promise.all(row.cells.map(([caller]) => call(row, caller)));
        for (const [index, [caller, wanted]] of row.cells.entries())
          if (found[index] !== wanted) told.push(`${row.name} as ${caller}: ${found[index]} instead of ${wanted}`);
      }
      return told;
    },
  };
};
