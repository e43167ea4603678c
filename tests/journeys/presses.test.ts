/** Whatever is pressed after a question that was answered wrongly is pressed, by mouse and by finger, and stays where it is (decision 0011). */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page as FormPage, Question } from '../../engine/index.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { expectStatus } from '../support/angling.ts';
import { carrySession, desktop, openBrowser, phone } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { openForms, ownForms } from '../support/servers/own-forms.ts';
import { startPortal, testClock, type TestPortal } from '../support/portal.ts';
import { heightOf, nextAfter, nextButton, noteClicks, press, type Hand } from '../support/browser/presses.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';

vi.setConfig({ testTimeout: 900_000 });

const NEXT = 'Next';
const ids = [...new Set(readPackages(formsDir).map(({ form }) => form))];

let pages: string;
let folder: string;
let browser: Browser;
let portal: TestPortal;
beforeAll(async () => {
  folder = openForms();
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({
    clock: testClock(),
    config: ownForms({ rendererDir: pages, formsDir: folder }),
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const each of [pages, folder]) rmSync(each, { recursive: true, force: true });
});

const idOf = ({ pointer }: Question): string => `q${pointer.replaceAll('/', '-')}`;

/** The box in which the question is answered, and what to type there so that it is wrong; nothing where it cannot be. */
const wrongOf = (question: Question): { box: string; text: string } | undefined => {
  const { kind, schema, required } = question;
  const box = idOf(question);
  if (kind === 'date') return { box: `${box}-day`, text: '99' };
  if (kind === 'number' || kind === 'money') return { box, text: 'many' };
  if (kind !== 'text' && kind !== 'longText') return undefined;
  if (schema.format !== undefined) return { box, text: '!' };
  if (schema.maxLength !== undefined && schema.maxLength < 6000) return { box, text: 'w'.repeat(schema.maxLength + 1) };
  return required ? { box, text: '' } : undefined;
};

/** Questions by themselves and in groups, and in the first row of tables, that are answered in a box; one of each kind, and the last. */
const asked = ({ questions }: FormPage): Question[] => {
  const flat = (all: readonly Question[]): Question[] => all.flatMap((each) => [each, ...flat(each.parts)]);
  const boxes = flat(questions).filter((each) => wrongOf(each) !== undefined);
  const kindOf = ({ kind, schema }: Question): string => `${kind} ${schema.format ?? ''}`;
  return boxes.filter(
    (each, index) => boxes.findIndex((other) => kindOf(other) === kindOf(each)) === index || index === boxes.length - 1,
  );
};

const openPage = async (hand: Hand, url: string, person: Parameters<typeof carrySession>[1]): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: hand === 'mouse' ? desktop : phone,
    hasTouch: hand === 'finger',
    isMobile: hand === 'finger',
    reducedMotion: 'reduce',
  });
  await carrySession(context, person);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await noteClicks(page, NEXT);
  return page;
};

/** Types it into the box as it stands, and gives whether it could. */
const type = async (page: Page, { box, text }: { box: string; text: string }): Promise<boolean> => {
  const input = page.locator(`[id="${box}"]`);
  if ((await input.count()) === 0 || !(await input.isEditable())) return false;
  await input.focus();
  await page.keyboard.press('ControlOrMeta+A');
  if (text === '') {
    await page.keyboard.type('w');
    await page.keyboard.press('Backspace');
  } else await page.keyboard.insertText(text);
  // The list of a box with suggestions lies over what follows.
  if ((await input.getAttribute('role')) === 'combobox') await page.keyboard.press('Escape');
  return true;
};

const messageAt = (page: Page, { box }: { box: string }) =>
  page
    .locator('.field', { has: page.locator(`[id="${box}"]`) })
    .last()
    .locator('.field-error');

/** Goes there as a link of the page does. */
const go = async (page: Page, address: string, { label }: FormPage): Promise<void> => {
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.getByRole('heading', { level: 1, name: label, exact: true }).waitFor();
  await page.getByRole('button', { name: NEXT, exact: true }).waitFor();
};

interface Walked {
  wrong: string[];
  presses: number;
}

/** Answers each question wrongly and presses what follows it; after the last one, Next. */
const walk = async (page: Page, hand: Hand, formPage: FormPage): Promise<Walked> => {
  const wrong: string[] = [];
  let presses = 0;
  const questions = asked(formPage);
  for (const [index, question] of questions.entries()) {
    const typed = wrongOf(question);
    if (!typed || !(await type(page, typed))) continue;
    const last = index === questions.length - 1;
    const target = last ? nextButton(page, NEXT) : await nextAfter(page, typed.box, NEXT);
    if (!target) continue;
    const found = await press(page, hand, target);
    const height = await heightOf(target);
    // The message comes after the click, and nothing that was pressed moves for it. Next shows all messages above the page.
    const message = target.kind === 'next' ? page.locator('.summary') : messageAt(page, typed).first();
    const came = await message.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    );
    if (!came) found.push(`${target.name}: no message came`);
    if (target.kind !== 'next' && (await heightOf(target)) !== height)
      found.push(`${target.name}: moved for the message`);
    presses += 1;
    wrong.push(...found.map((fault) => `${formPage.id} ${typed.box}: ${fault}`));
    if (target.kind === 'next') break;
  }
  return { wrong, presses };
};

test.each(ids.flatMap((id) => (['mouse', 'finger'] as const).map((hand) => [id, hand] as const)))(
  '%s: nothing that is pressed by %s is missed because a message came up',
  async (id, hand) => {
    const { form, examples } = readForm(id);
    const professional = form.definition.manifest.audience.includes('professional');
    const person = await portal.signedIn({
      profile: professional ? { professional, jobRole: 'SENCo', organisation: 'Kingfisher School' } : {},
    });
    const answers = examples['full']?.answers ?? {};
    const begun = expectStatus(await person.post('/api/drafts', { form: id, answers }), 201);
    const page = await openPage(hand, portal.url, person);
    const wrong: string[] = [];
    let presses = 0;
    const address = `/forms/${String(begun['id'])}`;
    await page.goto(address);
    await page.getByRole('button', { name: NEXT, exact: true }).waitFor();
    for (const formPage of form.pages) {
      if (asked(formPage).length === 0) continue;
      await go(page, `${address}/${formPage.id}`, formPage);
      const walked = await walk(page, hand, formPage);
      wrong.push(...walked.wrong);
      presses += walked.presses;
    }
    expect(wrong).toEqual([]);
    expect(presses).toBeGreaterThan(0);
    await page.context().close();
  },
);
