/**
 * Every mail of the service, opened by whoever got it: each link does what the mail promised. Which mails there are is read from the
 * code, so that a new one without a sample fails.
 */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { noticeEvents } from '../../server/modules/drafts/notices/notices.ts';
import { mailVariants, templates } from '../../server/platform/mail/templates/index.ts';
import type { MailTemplate } from '../../server/platform/mail/templates/template.ts';
import { again } from '../support/bank.ts';
import { carrySession, desktop, openBrowser, openPerson } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import type { ReceivedMail } from '../support/servers/mail-server.ts';
import { accountSamples } from '../support/mails/account-samples.ts';
import { formSamples } from '../support/mails/form-samples.ts';
import { startMailBank, type MailBank } from '../support/mails/portal.ts';
import type { MailSample, Promised } from '../support/mails/sample.ts';
import { taskSamples } from '../support/mails/task-samples.ts';
import type { SignedIn } from '../support/portal.ts';
import { rawIn } from '../support/raw.ts';
import { textOf } from '../../engine/json.ts';

const samples = { ...accountSamples, ...formSamples, ...taskSamples };

const variants: Record<string, readonly string[]> = { ...mailVariants, notice: noticeEvents };
const kinds = Object.keys(templates).flatMap((name) =>
  (variants[name] ?? ['']).map((variant) => (variant === '' ? name : `${name} ${variant}`)),
);

/** What was drawn, in order: the kind of the mail (of a notice only the template), and its subject. */
const drawn: { kind: string; subject: string }[] = [];
const originals = new Map<string, MailTemplate>(Object.entries(templates));

let pages: string;
let bank: MailBank;
let browser: Browser;

beforeAll(async () => {
  for (const [name, draw] of originals)
    templates[name] = (values) => {
      const content = draw(values);
      const { event, purpose, tried } = values;
      const variant = textOf((name === 'task' ? event : name === 'code' ? purpose : tried) ?? '');
      drawn.push({ kind: variant === '' ? name : `${name} ${variant}`, subject: content.subject });
      return content;
    };
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  bank = await startMailBank(pages);
}, 120_000);
afterAll(async () => {
  for (const [name, draw] of originals) templates[name] = draw;
  await browser.close();
  await bank.stop();
  rmSync(pages, { recursive: true, force: true });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

/** A path of the portal for a link in a mail. */
const pathOf = (link: string): string => {
  const { pathname, search, hash } = new URL(link.replaceAll('&amp;', '&'));
  return pathname + search + hash;
};

const linksIn = ({ text, html }: ReceivedMail) => {
  const plain = [...text.matchAll(/^(.+):\n(https?:\/\/\S+)$/gm)].map(([, words = '', link = '']) => ({ words, link }));
  const drawnLinks = [...html.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].map(([, link = '', words = '']) => ({
    words,
    link,
  }));
  return { plain, drawn: drawnLinks, anyAddress: [...text.matchAll(/https?:\/\/\S+/g)].length };
};

const wordsOfHtml = (html: string): string => html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ');

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** The two steps of signing in, as whoever got the mail does them. */
const signIn = async (page: Page, { email, password }: SignedIn): Promise<void> => {
  await page.getByLabel('Email').fill(email);
  await page.locator('#field-password').fill(password);
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await heading(page, 'Secure login – step 2');
  await page.getByLabel('Code').fill(await bank.portal.code(email));
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
};

const asPromised = async (page: Page, promised: Promised): Promise<void> => {
  await heading(page, promised.heading);
  const main = page.getByRole('main');
  for (const words of promised.finds ?? [])
    await main
      .getByText(words)
      .or(main.getByRole('button', { name: words }))
      .or(main.getByLabel(words))
      .filter({ visible: true })
      .first()
      .waitFor();
};

const opened: { path: string; reader: SignedIn | undefined; kind: string }[] = [];

const openLink = async (
  kind: string,
  link: string,
  promised: Promised,
  reader: SignedIn | undefined,
): Promise<void> => {
  const path = pathOf(link);
  opened.push({ path, reader, kind });
  const { page, complaints } = await openPerson(browser, bank.portal.url, desktop);
  page.setDefaultTimeout(30_000);
  await page.goto(path);
  if (promised.own === true) {
    if (reader === undefined) throw new Error(`Nobody is named who reads “${kind}”`);
    await heading(page, 'Secure login – step 1');
    await signIn(page, reader);
  }
  await asPromised(page, promised);
  expect(complaints).toEqual([]);
};

test('every mail of the code has a sample, and no sample is of another', () => {
  expect(Object.keys(samples).sort()).toEqual([...kinds].sort());
});

/** The operator puts its line into a file, which the service's command reads. */
const forPrograms = new Set(['audit-head']);

test.each(kinds)('%s', { timeout: 300_000 }, async (kind) => {
  const made = await samples[kind]?.(bank);
  if (made === undefined) throw new Error(`There is no sample of the mail “${kind}”`);
  for (const { to, reader, links } of made satisfies readonly MailSample[]) {
    const mails = await bank.portal.mail(to);
    const template = kind.startsWith('notice ') ? 'notice' : kind;
    const subjects = new Set(drawn.filter((each) => each.kind === template).map(({ subject }) => subject));
    const mail = mails.findLast(({ subject }) => subjects.has(subject.replace(/ – [^–]*$/, '')));
    if (mail === undefined) throw new Error(`No such mail came to ${to}`);
    if (!forPrograms.has(kind)) expect(rawIn(`${mail.subject}\n${mail.text}\n${wordsOfHtml(mail.html)}`)).toEqual([]);
    const found = linksIn(mail);
    expect(found.drawn).toEqual(found.plain);
    expect(found.anyAddress).toBe(found.plain.length);
    expect(found.plain.map(({ words }) => words)).toEqual(links.map(({ words }) => words));
    for (const [index, promised] of links.entries())
      await openLink(kind, found.plain[index]?.link ?? '', promised, reader);
  }
});

test('long afterwards every link still says what has become of it and what to do', { timeout: 600_000 }, async () => {
  bank.portal.clock.forward({ days: 400 });
  await bank.portal.services.jobs.runAll();
  const faults: string[] = [];
  for (const { path, reader, kind } of opened) {
    const { page, context } = await openPerson(browser, bank.portal.url, desktop);
    page.setDefaultTimeout(30_000);
    if (reader !== undefined) await carrySession(context, await again(bank.portal, reader));
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('.skeleton') === null);
    const title = await page.getByRole('heading', { level: 1 }).first().innerText();
    const ways = await page.getByRole('main').getByRole('link').or(page.getByRole('main').getByRole('button')).count();
    const words = await page.getByRole('main').innerText();
    if (/^(Page not found|This page cannot be shown)/.test(title)) faults.push(`${kind}: ${path} is “${title}”`);
    if (ways === 0 || /Something went wrong/.test(words)) faults.push(`${kind}: ${path} says “${words}”`);
    await context.close();
  }
  expect(faults).toEqual([]);
});
