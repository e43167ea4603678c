import { parse } from 'content-disposition';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { disposition } from './download.ts';

test('no file name breaks out of its header, and every name comes back whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = disposition(name);
      const [, plain, encoded = ''] =
        /^attachment; filename=("[\x20-\x21\x23-\x5b\x5d-\x7e]*"|[^\s"(),/:;<=>?@[\\\]{}]+)(?:; filename\*=UTF-8''([A-Za-z0-9%._~!-]*))?$/.exec(
          header,
        ) ?? [];
      expect(plain).toBeDefined();
      expect(decodeURIComponent(encoded) || plain?.replaceAll('"', '')).toBe(name);
      expect(parse(header)).toEqual({ type: 'attachment', parameters: { filename: name } });
    }),
  );
});
