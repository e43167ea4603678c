/** Many large documents sent at once: how much memory the service takes, and how long beside the disk alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { anglingForms, begin } from '../tests/support/angling.ts';
import { createClient } from '../tests/support/client.ts';
import { figure, type Figure } from './measure.ts';
import { startPortal } from './processes/start.ts';

const AT_ONCE = 50;
const MEGABYTES = 15;
const MOST_RESIDENT = 200;
const CHUNK = 64 * 1024;
const BYTES = MEGABYTES * 1024 ** 2;

/** The bytes of one document, made as they are asked for. */
const document = function* (): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK, 'Letters, pictures and plans. ');
  const first = Buffer.from(chunk);
  first.write('%PDF-1.7\n');
  yield first;
  for (let sent = 2 * CHUNK; sent < BYTES; sent += CHUNK) yield chunk;
  const last = Buffer.from(chunk);
  last.write('\n%%EOF\n', CHUNK - 7);
  yield last;
};

const send = async (url: string, cookie: string): Promise<void> => {
  const { id } = await begin(createClient(url, cookie));
  const sending = request(`${url}/api/drafts/${id}/attachments?name=letter.pdf`, {
    method: 'POST',
    headers: {
      'X-Formwork': '1',
      Cookie: cookie,
      'Content-Type': 'application/octet-stream',
      'Content-Length': BYTES,
    },
  });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sending.on('response', (response) => resolve(response.resume().statusCode));
    sending.on('error', reject);
  });
  await pipeline(Readable.from(document()), sending);
  const status = await answered;
  if (status !== 201) throw new Error(`A document was answered with ${status ?? 'nothing'}`);
};

const writePlainly = async (path: string): Promise<void> => {
  const file = await open(path, 'wx');
  for (const chunk of document()) await file.writeFile(chunk);
  await file.sync().finally(() => file.close());
};

const seconds = async (work: (index: number) => Promise<void>): Promise<number> => {
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => work(index)));
  return (performance.now() - start) / 1000;
};

export const measureUploads = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  const portal = await startPortal({ forms: anglingForms, data: join(folder, 'data'), people: AT_ONCE });
  try {
    const plain = await seconds((index) => writePlainly(join(folder, `plain${index}`)));
    const before = await portal.usage();
    const taken = await seconds((index) => send(portal.url, portal.cookies[index] ?? ''));
    const after = await portal.usage();
    const called = `${AT_ONCE} uploads of ${MEGABYTES} MB at once`;
    return [
      figure(`Most memory resident, ${called}`, 'MB', after.peak, {
        beside: { name: 'the same service at rest', value: before.resident },
        target: `< ${MOST_RESIDENT} MB`,
        met: after.peak < MOST_RESIDENT,
      }),
      figure(`All in and durable, ${called}`, 's', taken, {
        beside: { name: 'the same bytes written and synced to the same disk', value: plain },
      }),
      figure(`Event loop delay, p99, ${called}`, 'ms', after.held.p99),
    ];
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
