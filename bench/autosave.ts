/** Durable autosave over HTTP beside bare Koa that gives the same body back, and beside the store alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../engine/json.ts';
import { createClient } from '../tests/support/client.ts';
import { drive, type Next } from './drive.ts';
import { manyFieldsPackage } from './many-fields.ts';
import { figure, type Figure } from './measure.ts';
import { startEcho, startPortal } from './processes/start.ts';
import { storeRate } from './store.ts';

const IN_FLIGHT = [1, 16, 64];
const LARGE = 64;
const TIME = { warmUp: 1, seconds: 4 };
const PER_PAGE = 20;
const FORM = 'fields';
/** Makes a page of 9 kB. */
const words = 'What helps, what does not, and what was tried. '.repeat(10).slice(0, 432);

const page = (number: number): JsonObject =>
  Object.fromEntries(Array.from({ length: PER_PAGE }, (_, row) => [`question${number * PER_PAGE + row + 1}`, words]));

interface Draft {
  id: string;
  revision: number;
}

const isDraft = (body: unknown): body is Draft =>
  typeof body === 'object' && body !== null && 'id' in body && 'revision' in body;

/** A new draft in which so many pages have answers. */
export const begin = async (url: string, cookie: string, pages: number): Promise<Draft> => {
  const all: JsonObject[] = Array.from({ length: pages }, (_, number) => page(number));
  const answers = all.reduce((before, each) => ({ ...before, ...each }), {});
  const { status, body } = await createClient(url, cookie).post('/api/drafts', { form: FORM, answers });
  if (status !== 201 || !isDraft(body)) throw new Error(`No draft: ${status} ${JSON.stringify(body)}`);
  return body;
};

const restOf = (set: JsonObject): string =>
  `"set":${JSON.stringify(set)},"pages":{"page1":"visited"},"lastPage":"page1"}`;
const wholePage = restOf(page(0));
export const oneAnswer = restOf({ question1: words });

const request = (draft: string, cookie: string, revision: number, rest = wholePage): string => {
  const body = `{"revision":${revision},${rest}`;
  return [
    `PATCH /api/drafts/${draft} HTTP/1.1`,
    'Host: 127.0.0.1',
    'X-Formwork: 1',
    `Cookie: ${cookie}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
};

/** Saves one draft, each time with the revision that the last answer gave: a whole page, or what `rest` says. */
export const saving =
  ({ id, revision }: Draft, cookie: string, rest?: string): Next =>
  (answer) =>
    request(id, cookie, answer === undefined ? revision : Number(/"revision":(\d+)/.exec(answer)?.[1]), rest);

export const writeForm = (folder: string): void => {
  for (const [name, text] of Object.entries(manyFieldsPackage(FORM, 500, PER_PAGE))) {
    const path = join(folder, FORM, '1.0.0', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};

export const measureAutosave = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  const forms = join(folder, 'forms');
  writeForm(forms);
  const most = Math.max(...IN_FLIGHT);
  const portal = await startPortal({ forms, data: join(folder, 'data'), people: most });
  const echo = await startEcho();
  const figures: Figure[] = [];

  const saves = async (waiting: number, pages: number) => {
    const cookies = portal.cookies.slice(0, waiting);
    const lanes = await Promise.all(
      cookies.map(async (cookie) => saving(await begin(portal.url, cookie, pages), cookie)),
    );
    await portal.usage();
    const rate = await drive({ url: portal.url, lanes, ...TIME });
    return { ...rate, held: (await portal.usage()).held.p99 };
  };

  try {
    for (const waiting of IN_FLIGHT) {
      const cookie = portal.cookies[0] ?? '';
      const same: Next = () => request('x'.repeat(22), cookie, 1000);
      const lanes = Array.from({ length: waiting }, () => same);
      const echoed = await drive({ url: echo.url, lanes, ...TIME });
      const saved = await saves(waiting, 1);
      const alone = await storeRate(waiting, page(0), TIME);
      const asked =
        waiting === most ? { target: '≥ half of the echo', met: saved.perSecond >= echoed.perSecond / 2 } : {};
      figures.push(
        figure(`Durable autosave of 9 kB over HTTP, ${waiting} in flight`, 'a second', saved.perSecond, {
          beside: { name: 'bare Koa and koa-body, the same body given back', value: echoed.perSecond },
          ...asked,
        }),
        figure(`Durable autosave of 9 kB over HTTP, ${waiting} in flight, p99`, 'ms', saved.p99, {
          beside: { name: 'bare Koa and koa-body', value: echoed.p99 },
        }),
        figure(`Durable save of 9 kB by the store alone, ${waiting} in flight`, 'a second', alone.perSecond),
        figure(`Durable save of 9 kB by the store alone, ${waiting} in flight, p99`, 'ms', alone.p99),
        figure(`Event loop delay, p99, while ${waiting} autosaves are in flight`, 'ms', saved.held),
      );
    }
    const large = await saves(LARGE, 25);
    figures.push(
      figure(`Durable autosave of 9 kB into a draft of 230 kB, ${LARGE} in flight`, 'a second', large.perSecond),
      figure(`Durable autosave of 9 kB into a draft of 230 kB, ${LARGE} in flight, p99`, 'ms', large.p99),
    );
    return figures;
  } finally {
    await portal.stop();
    await echo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
