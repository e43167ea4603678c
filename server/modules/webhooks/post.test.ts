import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPrivate, post, specialBlocks } from './post.ts';

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
  // An address that is public and exists to swallow what comes there (AS112).
  const answers = ['192.31.196.1', '127.0.0.1'];
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

const hex = (bytes: readonly number[]): string =>
  bytes
    .flatMap((byte, index) => (index % 2 === 0 ? [((byte << 8) | (bytes[index + 1] ?? 0)).toString(16)] : []))
    .join(':');
const bytesOf = (count: number) => fc.array(fc.integer({ min: 0, max: 255 }), { minLength: count, maxLength: count });

/** The address with the bits of `net` in front. */
const inside = (net: readonly number[], bits: number, rest: readonly number[]): number[] =>
  rest.map((byte, index) => {
    const taken = Math.min(8, Math.max(0, bits - index * 8));
    const kept = 0xff >> taken;
    return ((net[index] ?? 0) & ~kept & 0xff) | (byte & kept);
  });

test('no address of a special block is taken for a public one, whatever its other bits', () => {
  for (const [net, bits] of specialBlocks.ipv4)
    fc.assert(
      fc.property(bytesOf(4), (rest) => isPrivate(inside(net.split('.').map(Number), bits, rest).join('.'))),
      { numRuns: 50 },
    );
  const blocks: [number[], number][] = [
    [[0x20, 0x02], 16],
    [[0x20, 0x01, 0, 0], 32],
    [[0x20, 0x01, 0x0d, 0xb8], 32],
    [[0, 0x64, 0xff, 0x9b, 0, 1], 48],
    [[0, 0x64, 0xff, 0x9b], 96],
    [[0], 96],
    [[0xfe, 0xc0], 10],
    [[0xfe, 0x80], 10],
    [[0xfc], 7],
    [[0xff], 8],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127], 104],
  ];
  for (const [net, bits] of blocks)
    fc.assert(
      fc.property(bytesOf(16), (rest) => isPrivate(hex(inside(net, bits, rest)))),
      { numRuns: 50 },
    );
});

test.each(['9.9.9.9', '193.0.0.1', '2a00:1450:4009::1', '2620:fe::9', '::ffff:9.9.9.9'])(
  'a public address is one: %s',
  (address) => expect(isPrivate(address)).toBe(false),
);
