/** Real Chromium for journeys: one browser a test file, a fresh context for each person. */
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Client } from '../client.ts';
import { has, run } from '../tools.ts';
import { translateEverything } from './translator.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The first takes the least of the processor: it has no windows to draw. */
const candidates = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const found = candidates.find(has);
export const hasBrowser = found !== undefined;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (moreFlags: readonly string[] = []): Promise<Browser> => {
  if (found === undefined) throw new Error(`None of ${candidates.join(', ')} is on this machine`);
  return chromium.launch({
    executablePath: run('sh', ['-c', `command -v ${found}`]).trim(),
    args: [...flags, ...moreFlags],
  });
};

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };
/** WCAG 1.4.10: 320 CSS pixels is 1280 at 400 % zoom. */
export const narrow = { width: 320, height: 640 };

export interface Person {
  context: BrowserContext;
  page: Page;
  /** What the browser's console complained of, Content-Security-Policy faults too. */
  complaints: string[];
}

interface PersonOptions {
  /** Their browser translates every page, as it would for somebody who reads little English. */
  translated?: boolean;
}

/** Somebody with a browser of their own, whose pages are relative to `url`. */
export const openPerson = async (
  browser: Browser,
  url: string,
  viewport = desktop,
  { translated = false }: PersonOptions = {},
): Promise<Person> => {
  const context = await browser.newContext({ baseURL: url, viewport, reducedMotion: 'reduce' });
  if (translated) await translateEverything(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  return { context, page, complaints };
};

/** Makes the browser carry a client's session. `https` because a cookie of this name must be secure; browsers trust 127.0.0.1 anyway. */
export const carrySession = async (context: BrowserContext, { cookie }: Pick<Client, 'cookie'>): Promise<void> => {
  const [name = '', value = ''] = (cookie() ?? '').split('=');
  if (name !== '') await context.addCookies([{ name, value, url: 'http://127.0.0.1', httpOnly: true }]);
};

/** Axe is put into a page once, past the page's own rules for scripts, and stays until the page is loaded again. */
const putAxeInto = async (page: Page): Promise<void> => {
  const there = await page.evaluate('typeof axe === "object"');
  if (there !== true) await page.evaluate(axe.source);
};

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every violation of WCAG 2.2 A and AA that axe finds, in a line each. */
export const axeViolations = async (page: Page): Promise<string[]> => {
  await putAxeInto(page);
  const violations = await page.evaluate(async (tags) => {
    const found = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      targets: nodes.map(({ target }) => target.join(' ')),
    }));
  }, standards);
  return violations.map(({ id, help, targets }) => `${id}: ${help}: ${targets.join(' | ')}`);
};

/** How far the page reaches beyond the window, in CSS pixels; 0 when nothing must be scrolled sideways. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
