import { expect, test } from 'vitest';
import type { Attachment } from '../../../wire/form.ts';
import type { Sent } from './send-file.ts';
import { startUploads } from './uploads.ts';

const rules = { at: '/documents', extensions: ['pdf'], maxBytes: 100, maxFiles: 5 };
const pdf = (name: string) => new File(['%PDF'], name);
const attachmentOf = (name: string): Attachment => ({
  id: `${name}-attachment`,
  name,
  bytes: 4,
  mediaType: 'application/pdf',
  scan: 'clean',
});

const world = () => {
  const asked: { name: string; answer: (sent: Sent) => void }[] = [];
  const arrived: string[] = [];
  const pauses: (() => void)[] = [];
  const uploads = startUploads({
    rules,
    send: (file, _, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve('cancelled'));
        asked.push({ name: file.name, answer: resolve });
      }),
    after: (_, run) => pauses.push(run),
    onArrived: ({ name }) => arrived.push(name),
    onSignedOut: () => undefined,
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { uploads, asked, arrived, pauses, settled };
};

test('two files go one after the other and leave the queue when they have arrived', async () => {
  const { uploads, asked, arrived, settled } = world();
  uploads.add([pdf('a.pdf'), pdf('b.pdf')], 0);
  expect(asked.map(({ name }) => name)).toEqual(['a.pdf']);
  asked[0]?.answer({ attachment: attachmentOf('a.pdf') });
  await settled();
  expect(asked.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
  asked[1]?.answer({ attachment: attachmentOf('b.pdf') });
  await settled();
  expect(arrived).toEqual(['a.pdf', 'b.pdf']);
  expect(uploads.queue()).toEqual([]);
});

test('after a lost connection the same file is sent again', async () => {
  const { uploads, asked, pauses, arrived, settled } = world();
  uploads.add([pdf('a.pdf')], 0);
  asked[0]?.answer('lost');
  await settled();
  expect(uploads.queue()[0]?.phase).toBe('retrying');
  pauses[0]?.();
  asked[1]?.answer({ attachment: attachmentOf('a.pdf') });
  await settled();
  expect(arrived).toEqual(['a.pdf']);
});

test('a refusal stands with the server’s words until it is cleared, and does not stop the next file', async () => {
  const { uploads, asked, settled } = world();
  uploads.add([pdf('a.pdf'), pdf('b.pdf')], 0);
  asked[0]?.answer({ refused: 'This is not a PDF.' });
  await settled();
  expect(uploads.queue()[0]).toMatchObject({ phase: 'failed', message: ['This is not a PDF.'] });
  expect(asked).toHaveLength(2);
  uploads.clear(uploads.queue()[0]?.key ?? '');
  expect(uploads.queue().map(({ name }) => name)).toEqual(['b.pdf']);
});

test('cancelling stops the transfer and lets the next one go', async () => {
  const { uploads, asked, arrived, settled } = world();
  uploads.add([pdf('a.pdf'), pdf('b.pdf')], 0);
  uploads.clear(uploads.queue()[0]?.key ?? '');
  await settled();
  expect(asked).toHaveLength(2);
  expect(arrived).toEqual([]);
});
