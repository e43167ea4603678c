/**
 * A September: many people fill in the council's forms at once, each saving every few seconds, while officers look through their lists.
 * Says how long each route took, what the service took of the machine, and whether its memory stays flat.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isObject, parseJson, textOf } from '../engine/json.ts';
import { systemClock, today } from '../server/core/clock.ts';
import { closePdf, renderPdf } from '../server/platform/pdf/index.ts';
import { startMailServer } from '../tests/support/servers/mail-server.ts';
import { onBoth, type StoreOfBench } from './both-stores.ts';
import { filledForms, type FilledForm } from './load/forms.ts';
import { createHttp, type Http, type RouteTimes } from './load/http.ts';
import { beginTask, createOfficer, makeCases } from './load/officer.ts';
import { createPerson, expected, memberOf, type Begun } from './load/person.ts';
import { figure, percentile, slope, type Figure } from './measure.ts';
import { startPortal, type Measured } from './processes/start.ts';
import type { Usage } from './processes/message.ts';
import { readExample } from './read-example.ts';
import type { BenchOptions } from './options.ts';

const PEOPLE = 500;
const OFFICERS = 20;
/** Every tenth has been sent a task. */
const ONE_TASK_IN = 10;
const CASES = 200;
/** People who begin at once, before anything is measured. */
const AT_ONCE = 25;
const EVERY = 5_000;
const SAMPLE_EVERY = 10_000;
/** Of the run, before memory is looked at: code is compiled and caches fill. */
const SETTLED = 0.25;
const MOST_HELD = 50;
const root = join(import.meta.dirname, '..');
const council = join(root, 'council');

interface Sample extends Usage {
  /** Seconds since the beginning. */
  at: number;
}

/** The same numbers in each run (mulberry32). */
const createRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('An empty list');
  return found;
};

/** A picture and a PDF as people have them. */
const readFiles = async () => {
  const picture = readFileSync(join(root, 'docs', 'screens', 'account-1280.png'));
  const letter = await renderPdf(await readExample());
  await closePdf();
  return [
    { name: 'letter.pdf', bytes: letter },
    { name: 'letter.pdf', bytes: letter },
    { name: 'page.png', bytes: picture },
  ];
};

const beginForm = async (http: Http, cookie: string, form: FilledForm): Promise<Begun> => {
  const json = { form: form.id };
  const made = await http.send({ method: 'POST', route: '/api/drafts', path: '/api/drafts', cookie, json });
  const { body } = expected(made, `Beginning ${form.id}`);
  return { draft: textOf(memberOf(body, 'id')), revision: Number(memberOf(body, 'revision')) };
};

/** Everybody, with their first forms begun: what each does next. */
const everybody = async (portal: Measured, http: Http): Promise<(() => Promise<void>)[]> => {
  const random = createRandom(1);
  const officer = at(portal.officers, 0);
  const settings = parseJson(readFileSync(join(council, 'settings.json'), 'utf8'));
  const named = memberOf(settings, 'teams');
  const teams = isObject(named) ? Object.keys(named) : [];
  const cases = await makeCases(http, officer, at(teams, 0), CASES);
  const forms = await filledForms(today(systemClock, 'Europe/London'));
  const [applications, tasks] = [
    forms.filter(({ kind }) => kind === 'application'),
    forms.filter(({ toPeople }) => toPeople),
  ];
  const files = await readFiles();
  const make = (cookie: string, index: number): Promise<() => Promise<void>> => {
    const hasTask = index % ONE_TASK_IN === 0;
    const form = at(hasTask ? tasks : applications, Math.floor(index / (hasTask ? ONE_TASK_IN : 1)));
    const begin = (): Promise<Begun> =>
      hasTask
        ? beginTask({ http, officer, holder: cookie, form, caseId: at(cases, Math.floor(random() * cases.length)) })
        : beginForm(http, cookie, form);
    return createPerson({ http, cookie, form, files, begin, random }, random());
  };
  const people: (() => Promise<void>)[] = [];
  for (let start = 0; start < portal.cookies.length; start += AT_ONCE)
    people.push(
      ...(await Promise.all(
        portal.cookies.slice(start, start + AT_ONCE).map((cookie, each) => make(cookie, start + each)),
      )),
    );
  return [...people, ...portal.officers.map((cookie) => createOfficer(http, cookie, cases, random))];
};

/** Does one thing after the other, one every few seconds, until the time is over. */
const goOn = async (act: () => Promise<void>, first: number, until: number): Promise<void> => {
  for (let next = performance.now() + first; next < until; next = Math.max(next + EVERY, performance.now())) {
    await pause(Math.max(0, next - performance.now()));
    await act();
  }
};

const sampling = async (portal: Measured, until: number): Promise<Sample[]> => {
  const samples: Sample[] = [];
  const began = performance.now();
  while (performance.now() + SAMPLE_EVERY <= until + 500) {
    await pause(SAMPLE_EVERY);
    samples.push({ at: (performance.now() - began) / 1000, ...(await portal.usage()) });
  }
  return samples;
};

const refusedOf = (times: RouteTimes[]): number =>
  times.reduce((sum, { refused }) => sum + Object.values(refused).reduce((all, count) => all + count, 0), 0);

const timesTable = (times: RouteTimes[]): string =>
  times
    .map(({ route, count, p50, p95, p99 }) =>
      [route.padEnd(48), String(count).padStart(8), ...[p50, p95, p99].map((each) => each.toFixed(1).padStart(9))].join(
        '',
      ),
    )
    .join('\n');

const figuresOf = (times: RouteTimes[], samples: Sample[], minutes: number): Figure[] => {
  const requests = times.reduce((sum, { count }) => sum + count, 0);
  const settled = samples.filter(({ at: second }) => second >= minutes * 60 * SETTLED);
  const perHour = (pick: (sample: Sample) => number): number =>
    slope(settled.map((sample) => ({ at: sample.at / 3600, value: pick(sample) })));
  const [first, last] = [samples[0], samples.at(-1)];
  const processor = first === undefined || last === undefined ? Number.NaN : last.processor - first.processor;
  const seconds = first === undefined || last === undefined ? Number.NaN : last.at - first.at;
  const longest = Math.max(...samples.map(({ held }) => held.longest));
  const busy = Math.max(...samples.map(({ held }) => held.busy));
  const refused = refusedOf(times);
  return [
    figure('Requests', 'a second', requests / (minutes * 60)),
    figure('Requests that were refused or failed', 'requests', refused, { target: '0', met: refused === 0 }),
    ...times.flatMap(({ route, count, p50, p95, p99 }) => [
      figure(`${route} (${count}): p50`, 'ms', p50),
      figure(`${route} (${count}): p95`, 'ms', p95),
      figure(`${route} (${count}): p99`, 'ms', p99),
    ]),
    figure('Processor of the service, of one core', '%', (100 * processor) / seconds),
    figure('Memory resident at the beginning', 'MB', first?.resident ?? Number.NaN),
    figure('Memory resident at the end', 'MB', last?.resident ?? Number.NaN),
    figure('Most memory resident', 'MB', last?.peak ?? Number.NaN),
    figure(
      'Slope of memory resident, once settled',
      'MB an hour',
      perHour(({ resident }) => resident),
    ),
    figure(
      'Slope of the heap in use, once settled',
      'MB an hour',
      perHour(({ heap }) => heap),
    ),
    figure(
      'Event loop delay, p99, middle of all samples',
      'ms',
      percentile(
        samples.map(({ held }) => held.p99),
        0.5,
      ),
    ),
    figure('Event loop held at most', 'ms', longest),
    figure('Event loop held at most by the service’s own work', 'ms', busy, {
      target: `≤ ${MOST_HELD} ms`,
      met: busy <= MOST_HELD,
    }),
  ];
};

const measureOn = async (store: StoreOfBench, minutes: number): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  const mail = await startMailServer();
  const portal = await startPortal({
    forms: join(root, 'forms'),
    data: join(folder, 'data'),
    people: PEOPLE,
    officers: OFFICERS,
    settings: { FORMWORK_COUNCIL_DIR: council, FORMWORK_SMTP_URL: mail.url, ...store.settings },
  });
  const http = createHttp(portal.url);
  try {
    const acts = await everybody(portal, http);
    await portal.usage();
    http.begin();
    const until = performance.now() + minutes * 60_000;
    const [samples] = await Promise.all([
      sampling(portal, until),
      ...acts.map((act, index) => goOn(act, (index / acts.length) * EVERY, until)),
    ]);
    const times = http.times();
    console.log(
      `${'route'.padEnd(48)}${'requests'.padStart(8)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'p99'.padStart(9)}`,
    );
    console.log(timesTable(times));
    console.log(`MB resident, every ten seconds: ${samples.map(({ resident }) => Math.round(resident)).join(' ')}`);
    return figuresOf(times, samples, minutes);
  } finally {
    http.close();
    await portal.stop();
    await mail.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const measureLoad = ({ minutes, mongodb }: BenchOptions): Promise<Figure[]> =>
  onBoth(mongodb, (store) => measureOn(store, minutes));
