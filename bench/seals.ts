/** Durable autosave over HTTP with keys beside the same without, in turns, and what one answer takes to seal and open. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeys } from '../server/platform/storage/sealed/keys.ts';
import { seal, unseal } from '../server/platform/storage/sealed/seal.ts';
import { begin, oneAnswer, saving, writeForm } from './autosave.ts';
import { drive, type Rate } from './drive.ts';
import { figure, median, type Figure } from './measure.ts';
import { startPortal, type Measured } from './processes/start.ts';

const IN_FLIGHT = 64;
const TURNS = 3;
const TIME = { warmUp: 1, seconds: 4 };
const ANSWERS = 50_000;

/** What is saved at once; most saves of a browser are of one answer. */
const saved: { name: string; rest?: string }[] = [
  { name: 'one answer', rest: oneAnswer },
  { name: '20 answers, 9 kB' },
];

const saves = async ({ url, cookies }: Measured, rest: string | undefined): Promise<Rate> => {
  const lanes = await Promise.all(cookies.map(async (cookie) => saving(await begin(url, cookie, 1), cookie, rest)));
  return drive({ url, lanes, ...TIME });
};

/** Microseconds for each of many. */
const each = (work: () => void): number => {
  for (let count = 0; count < ANSWERS / 10; count += 1) work();
  const began = performance.now();
  for (let count = 0; count < ANSWERS; count += 1) work();
  return ((performance.now() - began) / ANSWERS) * 1000;
};

const ofOneAnswer = (keys: string): Figure[] => {
  const [key] = parseKeys(keys, 'keys');
  if (key === undefined) throw new Error('No key');
  const place = { collection: 'drafts', id: 'x'.repeat(22), path: ['answers', 'question1'] };
  const answer = 'What helps. '.repeat(36);
  const sealed = seal(key, place, answer);
  return [
    figure(
      'Sealing an answer of 432 letters',
      'µs',
      each(() => void seal(key, place, answer)),
    ),
    figure(
      'Opening it',
      'µs',
      each(() => void unseal(key, place, sealed)),
    ),
  ];
};

export const measureSeals = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  const [forms, keysFile] = [join(folder, 'forms'), join(folder, 'keys')];
  const keys = `k1 ${randomBytes(32).toString('base64')}\n`;
  writeFileSync(keysFile, keys);
  writeForm(forms);
  const wanted = { forms, people: IN_FLIGHT };
  const plain = await startPortal({ ...wanted, data: join(folder, 'plain') });
  const sealed = await startPortal({
    ...wanted,
    data: join(folder, 'sealed'),
    settings: { FORMWORK_KEYS_FILE: keysFile },
  });
  const figures: Figure[] = [];
  try {
    for (const { name: what, rest } of saved) {
      const turns: { plain: Rate; sealed: Rate }[] = [];
      for (let turn = 0; turn < TURNS; turn += 1)
        turns.push({ plain: await saves(plain, rest), sealed: await saves(sealed, rest) });
      const of = (which: 'plain' | 'sealed', what: keyof Rate): number =>
        median(turns.map((each) => each[which][what]));
      const name = `Durable autosave of ${what}, sealed, ${IN_FLIGHT} in flight`;
      figures.push(
        figure(name, 'a second', of('sealed', 'perSecond'), {
          beside: { name: 'the same without keys', value: of('plain', 'perSecond') },
        }),
        figure(`${name}, p99`, 'ms', of('sealed', 'p99'), {
          beside: { name: 'the same without keys', value: of('plain', 'p99') },
        }),
      );
    }
    return [...figures, ...ofOneAnswer(keys)];
  } finally {
    await plain.stop();
    await sealed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
