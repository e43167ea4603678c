/** “My data” as a file that is written while it is read: however much there is, one record of it is in memory. */
import { Readable } from 'node:stream';
import type { MyDataPart } from '../../core/my-data.ts';
import type { Sessions } from './sign-in/sessions.ts';

/** What is written ahead of whoever reads, in bytes. */
const ahead = 64 * 1024;

const pieces = async function* (
  account: object,
  parts: ReadonlyMap<string, MyDataPart>,
  accountId: string,
): AsyncGenerator<string> {
  yield `{"account":${JSON.stringify(account)}`;
  for (const [heading, part] of parts) {
    yield `,${JSON.stringify(heading)}:[`;
    let between = '';
    for await (const record of part(accountId)) {
      yield `${between}${JSON.stringify(record)}`;
      between = ',';
    }
    yield ']';
  }
  yield '}';
};

/** Where the account is signed in: the kinds of device, and when. */
export const sessionsOfAccount = (sessions: Pick<Sessions, 'list'>): MyDataPart =>
  async function* (accountId) {
    for (const { device, signedInAt, lastUsedAt } of await sessions.list(accountId, ''))
      yield { device: { ...device }, signedInAt, lastUsedAt };
  };

/** JSON: the account, and under each heading the list of what there is. A fault on the way breaks the stream off. */
export const myDataFile = (account: object, parts: ReadonlyMap<string, MyDataPart>, accountId: string): Readable =>
  Readable.from(pieces(account, parts, accountId), { objectMode: false, highWaterMark: ahead });
