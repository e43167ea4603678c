/** Follows every link of the portal as one person, each kind of address once, and notes what does not lead where it says. */
import type { Page, Request, Response } from 'playwright-core';
import { rawIn } from '../raw.ts';
import { phone } from './browser.ts';

const start = '/';

/** What a page must never be when one of the portal's own links was followed. */
const deadEnds =
  /^(Page not found|You cannot see this page|This link is not complete|Something went wrong)|cannot be shown$/;
/** Words of refusals, where a page of its own was drawn but what it is about did not come. */
const refusals =
  /There is nothing at this address|Only officers and administrators can see it|Something went wrong on our side|The fault is ours|cannot be reached/;

const isId = (segment: string): boolean => /^(?=.*[\dA-Z])[\w-]{12,}$/.test(segment);

/** The kind of an address: ids and pages of a form left open, of the search only the names of what is chosen. */
export const kindOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://portal');
  const segments = pathname.split('/').map((segment) => (isId(segment) ? ':id' : segment));
  const open = /^\/forms\/:id\/.+/.test(segments.join('/')) ? ['', 'forms', ':id', ':page'] : segments;
  const chosen = [...searchParams.keys()]
    .sort()
    .map((name) => (name === 'list' ? `list=${searchParams.get(name)}` : name));
  return chosen.length === 0 ? open.join('/') : `${open.join('/')}?${chosen.join('&')}`;
};

interface Found {
  /** Paths of this portal, with what is searched for. */
  paths: string[];
  /** Files and pages that the server itself makes. */
  files: string[];
  faults: string[];
}

/** Every link of the page as it is now. */
const linksOn = async (page: Page): Promise<Found> => {
  const links = await page.evaluate(() =>
    // What stands in other people's mail is theirs to open.
    [...document.querySelectorAll('a')]
      .filter((link) => link.closest('article.mail') === null)
      .map((link) => ({
        href: link.getAttribute('href'),
        words: (link.textContent || link.getAttribute('aria-label') || '').trim(),
        download: link.hasAttribute('download'),
        anchorThere:
          link.hash === '' ||
          link.pathname !== location.pathname ||
          document.getElementById(link.hash.slice(1)) !== null,
      })),
  );
  const found: Found = { paths: [], files: [], faults: [] };
  for (const { href, words, download, anchorThere } of links) {
    const fault = (what: string) => found.faults.push(`the link “${words}” (${String(href)}) ${what}`);
    if (words === '') fault('has no words');
    if (href === null || href === '' || href === '#') fault('leads nowhere');
    else if (/^(mailto|tel):/.test(href)) {
      if (!/^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$|^tel:\+?[\d]+$/.test(href)) fault('is no address or number');
    } else {
      const url = URL.parse(href, page.url());
      if (url === null || !/^https?:$/.test(url.protocol)) fault('is not an address of the web');
      else if (url.host !== new URL(page.url()).host) continue;
      else if (!anchorThere) fault('names a place that is not on the page');
      else if (download || url.pathname.startsWith('/api/')) found.files.push(url.pathname + url.search);
      else found.paths.push(url.pathname + url.search);
    }
  }
  return found;
};

/** Waits until nothing is on its way and the page is drawn. */
const settled = async (page: Page, underWay: ReadonlySet<Request>): Promise<void> => {
  const drawn = () =>
    page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('.skeleton') === null);
  await drawn();
  while (underWay.size > 0) {
    await page.waitForEvent('requestfinished', { predicate: () => underWay.size === 0 }).catch(() => undefined);
    await drawn();
  }
};

/** Everything on a page that a person sees or hears, what is folded away too. */
const wordsOn = async (page: Page): Promise<string> => {
  return page.evaluate(() => {
    const folded = [...document.querySelectorAll('details')].filter((each) => !each.open);
    for (const each of folded) each.open = true;
    const named = [...document.querySelectorAll('[aria-label], [title]')];
    const words = [
      document.title,
      document.body.innerText,
      ...named.flatMap((each) => [each.getAttribute('aria-label') ?? '', each.getAttribute('title') ?? '']),
      ...[...document.querySelectorAll('option')].map((each) => each.text),
    ].join('\n');
    for (const each of folded) each.open = false;
    return words;
  });
};

/** What is meant to be read: entries are looked up by the record, versions compared by their digest, and changed texts quoted as they are written. */
const meant: Record<string, readonly string[]> = {
  '/council/audit': ['an identifier'],
  '/council/forms': ['an identifier', 'a place that nothing was put in'],
};

/** What a page shows that is for programs. */
const rawOn = async (page: Page): Promise<string[]> => {
  const { pathname } = new URL(page.url());
  return rawIn(await wordsOn(page)).filter((raw) => !(meant[pathname] ?? []).some((kind) => raw.startsWith(kind)));
};

export interface Crawl {
  /** What was found wrong, with where it was and where the link stood. */
  faults: string[];
  /** Every kind of address that was opened. */
  kinds: string[];
}

/** Follows the links from the first page on, and then what the first page of a telephone has besides. */
export const crawl = async (page: Page): Promise<Crawl> => {
  const underWay = new Set<Request>();
  let broken: string[] = [];
  page.on('request', (request) => void underWay.add(request));
  const over = (request: Request): void => void underWay.delete(request);
  page.on('requestfinished', over);
  page.on('requestfailed', (request) => {
    over(request);
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') broken.push(`${request.method()} ${request.url()} failed: ${why}`);
  });
  page.on('response', (response: Response) => {
    if (response.status() >= 400)
      broken.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
  });
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => {
    // A refused answer is noted above, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      broken.push(message.text());
  });

  const faults: string[] = [];
  const seen = new Set<string>();
  const waiting: { path: string; from: string }[] = [];
  const add = (paths: readonly string[], from: string): void => {
    for (const path of paths) {
      const kind = kindOf(path);
      if (seen.has(kind)) continue;
      seen.add(kind);
      waiting.push({ path, from });
    }
  };

  const openPage = async (path: string, from: string): Promise<void> => {
    broken = [];
    await page.goto(path);
    await settled(page, underWay);
    const fault = (what: string) => faults.push(`${path}, linked from ${from}: ${what}`);
    const title = await page.locator('h1').first().innerText();
    const words = await page.locator('main').innerText();
    if (deadEnds.test(title)) fault(`is “${title}”`);
    else if (refusals.test(words)) fault(`says “${refusals.exec(words)?.[0] ?? ''}”`);
    for (const what of broken) fault(what);
    for (const what of await rawOn(page)) fault(`shows ${what}`);
    // A link may lead straight into a dialog, which is looked at and closed.
    if (await page.locator('dialog[open]').isVisible()) {
      add((await linksOn(page)).paths, path);
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'hidden' });
    }
    for (const menu of await page.locator('.menu-button[aria-expanded="false"]:visible').all()) {
      await menu.click();
      add((await linksOn(page)).paths, path);
      await page.keyboard.press('Escape');
    }
    const found = await linksOn(page);
    for (const what of found.faults) fault(what);
    add(found.paths, path);
    for (const file of found.files) {
      const kind = kindOf(file);
      if (seen.has(kind)) continue;
      seen.add(kind);
      const answer = await page.request.get(file);
      if (answer.status() !== 200) fault(`the file ${file} answers ${answer.status()}`);
    }
  };

  const follow = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await openPage(next.path, next.from);
  };
  add([start], 'the start');
  await follow();
  await page.setViewportSize(phone);
  await openPage(start, 'a telephone');
  await follow();
  return { faults: [...new Set(faults)], kinds: [...seen].sort() };
};
