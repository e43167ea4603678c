/** Uploads that are on their way when the disk is full, or when the server is told to stop. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreUnavailableError } from '../../server/platform/storage/store.ts';
import { begin, startAngling } from '../support/angling.ts';
import { pdf } from '../support/files.ts';
import type { TestPortal } from '../support/portal.ts';

let portal: TestPortal;
let socket: Socket | undefined;
let stopped: Promise<void> | undefined;
beforeEach(async () => {
  portal = await startAngling({ config: { stopSeconds: 2 } });
});
afterEach(async () => {
  socket?.destroy();
  await (stopped ?? portal.stop());
  [socket, stopped] = [undefined, undefined];
});

/** Resolves when the server takes in an upload. */
const underWay = (): Promise<void> =>
  new Promise((resolve) => {
    const { blobs } = portal.services;
    const receive = blobs.receive.bind(blobs);
    blobs.receive = (...given) => {
      resolve();
      return receive(...given);
    };
  });

/** Begins to send a document of so many bytes, and says what is answered. */
const uploading = async (
  bytes: number,
): Promise<{ socket: Socket; answer: () => string; closed: Promise<unknown> }> => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  const { port, host } = new URL(portal.url);
  const sending = connect(Number(port), '127.0.0.1');
  socket = sending;
  await once(sending, 'connect');
  let text = '';
  sending.on('data', (piece) => (text += piece.toString('latin1')));
  sending.on('error', () => undefined);
  sending.write(
    [
      `POST /api/drafts/${id}/attachments?name=letter.pdf HTTP/1.1`,
      `Host: ${host}`,
      `Cookie: ${person.cookie() ?? ''}`,
      'X-Formwork: 1',
      'Content-Type: application/octet-stream',
      `Content-Length: ${bytes}`,
      '',
      '',
    ].join('\r\n'),
  );
  return { socket: sending, answer: () => text, closed: once(sending, 'close') };
};

test('one that a full disk refuses is answered, and its connection is closed before the rest was sent', async () => {
  portal.services.blobs.receive = async (stream) => {
    await once(stream, 'readable');
    throw new StoreUnavailableError('The documents cannot be reached');
  };
  const { socket: sending, answer, closed } = await uploading(5_000_000);
  sending.write(pdf);
  await closed;
  expect(answer()).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer()).toMatch(/^connection: close\r$/im);
});

test('one that is under way when the server is told to stop is finished', async () => {
  const under = underWay();
  const { socket: sending, answer, closed } = await uploading(pdf.length);
  sending.write(pdf.subarray(0, 20));
  await under;
  stopped = portal.stop();
  sending.write(pdf.subarray(20));
  await closed;
  expect(answer()).toMatch(/^HTTP\/1\.1 201 /);
  await stopped;
});

test('one that does not come to an end holds the server up no longer than the settings say', async () => {
  const under = underWay();
  const { socket: sending, answer, closed } = await uploading(pdf.length);
  sending.write(pdf.subarray(0, 20));
  await under;
  stopped = portal.stop();
  await Promise.all([closed, stopped]);
  expect(answer()).toBe('');
});
