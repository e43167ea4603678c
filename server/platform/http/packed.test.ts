import { expect, test } from 'vitest';
import { encodingFor, packedReply } from './packed.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['', 'plain'],
  ['identity', 'plain'],
])('for %s it sends %s', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));

test('what the browser has already is not sent again, weak or strong, alone or among others', () => {
  const packed = { plain: Buffer.from('p'), gzip: Buffer.from('g'), br: Buffer.from('b') };
  const reply = (tags: string) =>
    packedReply({
      packed,
      type: 'text/plain',
      etag: '"abc"',
      forEver: false,
      header: (name) => (name === 'if-none-match' ? tags : undefined),
    });
  expect(reply('"x", W/"abc"').status).toBe(304);
  expect(reply('"abcd"').status).toBe(200);
});
