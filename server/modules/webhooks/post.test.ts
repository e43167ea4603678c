import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from './post.ts';

let listener: Server;
let port: number;
let told: string[];
beforeAll(async () => {
  told = [];
  listener = createServer((request, response) => {
    told.push(request.url ?? '');
    if (request.url === '/slow') return;
    response.writeHead(request.url === '/moved' ? 302 : 204, { Location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address: string | AddressInfo | null = listener.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  listener.closeAllConnections();
  listener.close();
});

const own = { allowPrivate: true, timeOutMs: 5_000 };
const outside = { ...own, allowPrivate: false };
const refused = { delivered: false, words: 'the address is in a private network' };

test('says what became of it, and follows no redirection', async () => {
  expect(await post(`http://127.0.0.1:${port}/ok`, '{}', {}, own)).toEqual({ delivered: true, words: 'status 204' });
  expect(await post(`http://127.0.0.1:${port}/moved`, '{}', {}, own)).toEqual({
    delivered: false,
    words: 'status 302',
  });
  const slow = await post(`http://127.0.0.1:${port}/slow`, '{}', {}, { ...own, timeOutMs: 100 });
  expect(slow).toEqual({ delivered: false, words: 'no answer in time' });
  expect(await post('http://127.0.0.1:1/', '{}', {}, own)).toEqual({ delivered: false, words: 'not reached' });
  expect(told).toEqual(['/ok', '/moved', '/slow']);
});

test('the own network is not reached, by number, by name, or by a name that changes its mind', async () => {
  told.length = 0;
  expect(await post(`http://127.0.0.1:${port}/`, '{}', {}, outside)).toEqual(refused);
  expect(await post(`http://[::ffff:127.0.0.1]:${port}/`, '{}', {}, outside)).toEqual(refused);
  expect(await post(`http://localhost:${port}/`, '{}', {}, outside)).toEqual(refused);
  const answers = ['192.0.2.1', '127.0.0.1'];
  const changing = await post(
    `http://changing.example:${port}/`,
    '{}',
    {},
    {
      allowPrivate: false,
      timeOutMs: 300,
      lookup: (_name, _options, done) => done(null, [{ address: answers.shift() ?? '127.0.0.1', family: 4 }]),
    },
  );
  expect(changing.delivered).toBe(false);
  expect(told).toEqual([]);
});
