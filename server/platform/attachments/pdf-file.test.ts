import fc from 'fast-check';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { has, run } from '../../../tests/support/tools.ts';
import { isPdf } from './pdf-file.ts';
import { readPdfValue } from './pdf-values.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formwork-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const look = async (content: Uint8Array): Promise<string> => {
  const path = join(folder, 'looked-at.pdf');
  await writeFile(path, content);
  const file = await open(path);
  return await isPdf(file, content.length).finally(() => file.close());
};

const onePage = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
endobj
trailer
<< /Root 1 0 R /Size 4 >>
%%EOF
`;

/** What qpdf makes of a document of one empty page. */
const made = async (...options: string[]): Promise<Buffer> => {
  const [blank, out] = [join(folder, 'blank.pdf'), join(folder, 'made.pdf')];
  await writeFile(blank, onePage);
  // Without a table of places it is repaired, which qpdf warns of.
  run('qpdf', ['--warning-exit-0', '--allow-weak-crypto', blank, out, ...options]);
  return readFile(out);
};

const revisions: [string, ...string[]][] = [
  ['R2, RC4 with 40 bits', '40', '--print=n'],
  ['R3, RC4 with 128 bits', '128', '--print=none', '--use-aes=n'],
  ['R4, RC4 with 128 bits', '128', '--print=none', '--use-aes=n', '--force-V4'],
  ['R4, AES with 128 bits', '128', '--print=none', '--use-aes=y'],
  ['R4, metadata in the open', '128', '--print=none', '--use-aes=y', '--cleartext-metadata'],
  ['R5, AES with 256 bits', '256', '--print=none', '--force-R5'],
  ['R6, AES with 256 bits', '256', '--print=none'],
];

/** The same document with its identifiers in the capitals that Ghostscript writes. */
const inCapitals = (content: Buffer): Buffer =>
  Buffer.from(
    content
      .toString('latin1')
      .replaceAll(/\/ID\s*\[[^\]]*\]/g, (id) => id.replaceAll(/<[^>]*>/g, (hex) => hex.toUpperCase())),
    'latin1',
  );

describe.skipIf(!has('qpdf'))('what qpdf encrypts', () => {
  for (const [name, ...options] of revisions) {
    for (const layout of [[], ['--linearize'], ['--object-streams=generate'], ['--qdf']]) {
      test(`${name} ${layout.join(' ')}: taken unless somebody has to know a password`, async () => {
        for (const [password, finding] of [
          ['', 'right'],
          ['geheim', 'locked'],
          ['x'.repeat(40), 'locked'],
        ] as const) {
          const content = await made(...layout, '--encrypt', password, 'owner', ...options, '--');
          expect([password, content.includes('/Encrypt'), await look(content)]).toEqual([password, true, finding]);
          expect([password, await look(inCapitals(content))]).toEqual([password, finding]);
        }
      });
    }
  }

  test('a password is found behind bytes that come before the document, and after a later saving', async () => {
    const shut = await made('--encrypt', 'geheim', 'owner', '256', '--');
    const free = await made('--encrypt', '', 'owner', '256', '--');
    expect(await look(Buffer.concat([Buffer.alloc(900, '\n'), shut]))).toBe('locked');
    expect(await look(Buffer.concat([Buffer.alloc(900, '\n'), free]))).toBe('right');
    expect(await look(Buffer.concat([Buffer.alloc(1100, '\n'), free]))).toBe('other');
    expect(await look(Buffer.concat([shut, Buffer.from('\n% saved later\n%%EOF\n')]))).toBe('locked');
  });

  test('whole documents are taken, cut ones are not', async () => {
    for (const options of [[], ['--linearize'], ['--object-streams=generate']]) {
      const whole = await made(...options);
      expect(await look(whole)).toBe('right');
      expect(await look(Buffer.concat([whole, Buffer.alloc(5000)]))).toBe('right');
      expect(await look(whole.subarray(0, whole.length / 2))).toBe('damaged');
    }
  });
});

test('what only says that it is encrypted, and not how, stays shut', async () => {
  for (const how of [
    '<< /Filter /Adobe.PubSec /V 4 >>',
    '<< /Filter /Standard /V 2 /R 3 /O (a) /U (b) /P -4 >>',
    '<<',
    '9 0 R',
  ])
    expect(await look(Buffer.from(`%PDF-1.7\ntrailer << /Encrypt ${how} >>\n%%EOF`))).toBe('locked');
});

test('values are read as they are written', () => {
  const read = (text: string): unknown => readPdfValue(Buffer.from(text, 'latin1'));
  expect(read('(a\\(b\\)(c)\\101\\\r\nd\r\ne\\n\\0012)')).toEqual(Buffer.from('a(b)(c)Ad\ne\n\u00012'));
  expect(read('<6 1 6>')).toEqual(Buffer.from('a`'));
  expect(read('[<FE0a><fE0A>]')).toEqual([Buffer.from([0xfe, 10]), Buffer.from([0xfe, 10])]);
  expect(read('<< /A#42 [1 -.5 5 0 R /Name%x\ntrue null] >>')).toEqual(
    new Map([['AB', [1, -0.5, '5 0 R', '/Name', true, null]]]),
  );
  for (const broken of ['', '<<', '[1', '(a', '<< 1 2 >>', '[[[[[[[[[[[[[[[[1]]]]'])
    expect(read(broken)).toBeUndefined();
});

test('no bytes make it fail', async () => {
  const piece = fc.constantFrom(
    '/Encrypt ',
    '1 0 obj',
    '1 0 R',
    '<<',
    '>>',
    '/ID [<00><00>]',
    '(',
    ')',
    '/R 3',
    '/U ',
    '\\',
  );
  const any = fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(any, async (pieces) => {
      expect(['right', 'locked', 'damaged']).toContain(await look(Buffer.from(`%PDF-1.7\n${pieces.join('')}`)));
    }),
    { numRuns: 300 },
  );
});
