/** The form page beside stock JSON Forms with its Material renderers: keys, first use, and the JavaScript that each loads. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../tests/support/browser/browser.ts';
import { startPortal, type SignedIn, type TestPortal } from '../tests/support/portal.ts';
import { startStock } from './stock.ts';
import { timeToField, typeInto } from './keystroke.ts';
import { manyFieldsPackage } from './many-fields.ts';
import { figure, median, percentile, type Figure } from './measure.ts';
import { scriptsOf } from './scripts-of.ts';

const FIELDS = [20, 300, 1000];
const KEYS = 100;
const VISITS = 5;
const FRAME = 16.7;
const INPUT = 'input[type="text"]';

const formId = (fields: number, perPage: number): string => `fields-${fields}-by-${perPage}`;

/** The same questions twenty to a page, as a form is written, and all on one page, which is the hardest case. */
const layouts = [
  ...FIELDS.map((fields) => ({ fields, perPage: 20 })),
  { fields: 300, perPage: 300 },
  { fields: 1000, perPage: 1000 },
];

const writeForms = (folder: string): void => {
  for (const { fields, perPage } of layouts) {
    const id = formId(fields, perPage);
    for (const [name, text] of Object.entries(manyFieldsPackage(id, fields, perPage))) {
      const path = join(folder, id, '1.0.0', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
};

const draftOf = async (person: SignedIn, form: string): Promise<string> => {
  const { status, body } = await person.post('/api/drafts', { form });
  if (status !== 201 || typeof body !== 'object' || body === null || !('id' in body))
    throw new Error(`No draft of ${form}: ${status} ${JSON.stringify(body)}`);
  return String(body.id);
};

/** A person's browser without anything kept from an earlier visit. */
const fresh = async (browser: Browser, portal: TestPortal, person: SignedIn): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: portal.url });
  const [name = '', value = ''] = (person.cookie() ?? '').split('=');
  await context.addCookies([
    { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
  ]);
  return context;
};

const visits = async (make: () => Promise<BrowserContext>, address: string): Promise<number> => {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const context = await make();
    times.push(await timeToField(await context.newPage(), address, INPUT));
    await context.close();
  }
  return median(times);
};

const keysAt = async (make: () => Promise<BrowserContext>, address: string): Promise<number> => {
  const context = await make();
  const page = await context.newPage();
  await timeToField(page, address, INPUT);
  const times = await typeInto(page, INPUT, KEYS);
  await context.close();
  return percentile(times, 0.95);
};

/** Every figure of the pages. Needs a build of the renderer. */
export const measurePages = async (): Promise<Figure[]> => {
  const forms = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  writeForms(forms);
  const portal = await startPortal({ config: { formsDir: forms, serveUnpublished: true } });
  const stock = await startStock();
  const browser = await openBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
  const figures: Figure[] = [];
  try {
    const person = await portal.signedIn();
    const ours = () => fresh(browser, portal, person);
    const theirs = () => browser.newContext({ viewport: { width: 1280, height: 900 } });
    const stockAt = (fields: number): string => `${stock.url}?fields=${fields}`;
    const usable = new Map<number, number>();
    for (const fields of FIELDS) usable.set(fields, await visits(theirs, stockAt(fields)));
    const smallest = usable.get(20) ?? Number.NaN;

    for (const { fields, perPage } of layouts) {
      const address = `/forms/${await draftOf(person, formId(fields, perPage))}`;
      const called = perPage === 20 ? `${fields} fields, 20 a page` : `${fields} fields on one page`;
      const stockKeys = await keysAt(theirs, stockAt(fields));
      const keys = await keysAt(ours, address);
      figures.push(
        figure(`Keystroke to paint, p95, ${called}`, 'ms', keys, {
          beside: { name: `stock JSON Forms Material, ${fields} fields`, value: stockKeys },
          target: `≤ ${FRAME} ms`,
          met: keys <= FRAME,
        }),
      );
      const open = await visits(ours, address);
      figures.push(
        figure(`Form page usable, ${called}`, 'ms', open, {
          beside: { name: `stock JSON Forms Material, ${fields} fields`, value: usable.get(fields) ?? Number.NaN },
          ...(perPage === 20
            ? { target: `≤ stock at 20 fields (${Math.round(smallest)} ms)`, met: open <= smallest }
            : {}),
        }),
      );
    }

    const pages = [
      { name: 'landing page', address: '/', most: 90 },
      { name: 'sign-in page', address: '/sign-in', most: 90 },
      { name: 'form page', address: `/forms/${await draftOf(person, formId(300, 20))}`, most: 300 },
    ];
    const plain = await theirs();
    const stockScripts = await scriptsOf(await plain.newPage(), stockAt(20));
    await plain.close();
    for (const { name, address, most } of pages) {
      const context = name === 'form page' ? await ours() : await browser.newContext({ baseURL: portal.url });
      const size = await scriptsOf(await context.newPage(), address);
      await context.close();
      figures.push(
        figure(`JavaScript of the ${name}`, 'kB gzip', size, {
          beside: { name: 'stock JSON Forms Material', value: stockScripts },
          target: `≤ ${most} kB`,
          met: size <= most,
        }),
      );
    }
    return figures;
  } finally {
    await browser.close();
    await stock.stop();
    await portal.stop();
    rmSync(forms, { recursive: true, force: true });
  }
};
