/** Every kind of question as people meet it: rows, documents, suggestions, people known from before, dates, and answers of several kinds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isObject } from '../../../engine/json.ts';
import { expectStatus, startAngling } from '../../support/angling.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  narrow,
  openBrowser,
  openPerson,
  sidewaysOverflow,
} from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import { drawnSince, watchDrawing } from '../../support/browser/drawn.ts';
import { exe, jpg, pdf, png, rtf } from '../../support/files.ts';
import { doc, docx } from '../../support/office-files.ts';
import { heic } from '../../support/pictures.ts';
import type { SignedIn, TestPortal } from '../../support/portal.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let pages: string;
let portal: TestPortal;
let browser: Browser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startAngling({
    config: { rendererDir: pages, formsDir: beside('../forms'), councilDir: beside('../council') },
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
  rmSync(documents, { recursive: true, force: true });
});

interface Filling {
  person: SignedIn;
  page: Page;
  draft: string;
  complaints: string[];
}

/** Somebody at one page of a form of their own. */
const fill = async (pageId: string, answers: object = {}, viewport = desktop, person?: SignedIn): Promise<Filling> => {
  const who = person ?? (await portal.signedIn());
  const { id } = expectStatus(await who.post('/api/drafts', { form: 'angling-club', answers }), 201);
  const { context, page, complaints } = await openPerson(browser, portal.url, viewport, { translated: true });
  await carrySession(context, who);
  page.setDefaultTimeout(8_000);
  await watchDrawing(page);
  await page.goto(`/forms/${String(id)}/${pageId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { person: who, page, draft: String(id), complaints };
};

/** What the server has once everything has been saved. */
const stored = async ({ page, person, draft }: Filling): Promise<Record<string, unknown>> => {
  await page.getByRole('button', { name: 'Save for later' }).click();
  await page
    .getByText(/keep it until/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  const { answers } = expectStatus(await person.get(`/api/drafts/${draft}`), 200);
  return isObject(answers) ? answers : {};
};

const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
/** Files on the disk, as a person has them: the browser reads them there, however large they are. */
const documents = mkdtempSync(join(tmpdir(), 'formwork-documents-'));
const file = (name: string, content: Uint8Array): string => {
  const path = join(documents, name);
  writeFileSync(path, content);
  return path;
};
const choose = (page: Page, ...files: string[]) => page.setInputFiles('input[type=file]', files);

test('rows are added, removed and brought back with the keyboard alone', async () => {
  const filling = await fill('catches', { catches: [{ name: 'Pike', cost: 2.5 }] });
  const { page } = filling;
  await page.getByRole('button', { name: 'Add another catch' }).focus();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('q-catches-1-name');
  await page.keyboard.type('Perch');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await page.getByLabel('Cost of bait (row 2)').focus();
  await page.keyboard.type('1,000.20');
  await page.keyboard.press('Tab');
  await page.getByText('£1,002.70').waitFor();

  await page.getByRole('button', { name: 'Remove row 1, Pike' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Row 1, Pike was removed.').waitFor();
  expect(await page.getByLabel('Name of the fish (row 1)').inputValue()).toBe('Perch');
  expect(await page.getByRole('group', { name: 'Day (row 1)' }).getByLabel('Day', { exact: true }).inputValue()).toBe(
    '3',
  );
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('q-catches-0-name');
  expect(await page.getByLabel('Name of the fish (row 1)').inputValue()).toBe('Pike');
  expect(await stored(filling)).toMatchObject({
    catches: [
      { name: 'Pike', cost: 2.5 },
      { name: 'Perch', cost: 1000.2 },
    ],
  });
}, 30_000);

test('a removed row can be brought back for ten seconds, and is then gone', async () => {
  const { page } = await fill('catches', { catches: [{ name: 'Pike' }, { name: 'Perch' }] });
  await page.clock.install();
  await page.getByRole('button', { name: 'Remove row 2, Perch' }).click();
  await page.clock.fastForward(60_000);
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.getByLabel('Name of the fish (row 1)').focus();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(9_000);
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(1);
  await page.clock.fastForward(2_000);
  await page.getByText('was removed.').waitFor({ state: 'detached' });
}, 30_000);

test('a table fills the screen and closes to where it was, with the same words in it', async () => {
  const { page } = await fill('catches', { catches: [{ name: 'Pike' }] });
  const enlarge = page.getByRole('button', { name: 'Full screen for Catches of this year' });
  await enlarge.click();
  const dialog = page.getByRole('dialog', { name: 'Catches of this year' });
  await dialog.getByLabel('Name of the fish (row 1)').fill('Bream');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await enlarge.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await page.getByLabel('Name of the fish (row 1)').inputValue()).toBe('Bream');
}, 30_000);

test('documents of every kind go up, several at once, and are described and removed', async () => {
  const filling = await fill('documents');
  const { page } = filling;
  await choose(
    page,
    file('a.pdf', pdf),
    file('b.PNG', png),
    file('c.jpg', jpg),
    file('d.jpeg', jpg),
    file('e.doc', doc),
    file('f.docx', docx),
  );
  await page.getByText('6 documents added.').waitFor();
  await page.getByRole('group', { name: 'Kind of document (a.pdf)' }).getByLabel('Letter').check();
  await page.getByLabel('Title (a.pdf)').fill('From the bailiff');
  await page.getByRole('button', { name: 'Remove b.PNG' }).click();
  await page.getByText('b.PNG was removed.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose files');
  const { documents } = await stored(filling);
  expect(documents).toMatchObject([
    {
      file: { name: 'a.pdf', bytes: pdf.length, mediaType: 'application/pdf' },
      kind: 'letter',
      title: 'From the bailiff',
    },
    { file: { name: 'c.jpg' } },
    { file: { name: 'd.jpeg' } },
    { file: { name: 'e.doc' } },
    { file: { name: 'f.docx' } },
  ]);
}, 60_000);

test('what is no accepted document says why in words, and is cleared', async () => {
  const filling = await fill('documents');
  const { page } = filling;
  const limit = 15 * 1024 * 1024;
  const whole = Buffer.concat([pdf, Buffer.alloc(limit - pdf.length, ' ')]);
  await choose(
    page,
    file('letter.rtf', rtf),
    file('game.pdf', exe),
    file('exact.pdf', whole),
    file('large.pdf', Buffer.concat([whole, Buffer.from(' ')])),
    file('IMG_0001.HEIC', heic),
    file('IMG_0002.jpg', heic),
    file('IMG_0003.png', png.slice(0, png.length - 12)),
  );
  const refusal = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await refusal('letter.rtf').getByText('Error: [rtf] is not an accepted extension.').waitFor();
  await refusal('letter.rtf').getByText('Accepted extensions: jpg, jpeg, png, doc, docx, pdf').waitFor();
  await refusal('game.pdf')
    .getByText(/^Error: .*PDF/)
    .waitFor();
  await refusal('large.pdf').getByText('A document can have up to 15 MB').waitFor();
  for (const name of ['IMG_0001.HEIC', 'IMG_0002.jpg']) {
    await refusal(name).getByText(`“${name}” is a HEIC picture`).waitFor();
    await refusal(name).getByText('in Settings select Camera, then Formats, then Most Compatible').waitFor();
  }
  await refusal('IMG_0003.png').getByText('is damaged or incomplete').waitFor();
  await page.getByText('1 document added.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const here = page.locator('.page-link[aria-current=page]');
  expect(await here.innerText()).toMatch(/Has problems$/);
  for (const name of ['letter.rtf', 'game.pdf', 'large.pdf']) {
    expect((await refusal(name).innerText()).match(/Error:/g)).toEqual(['Error:']);
    await page.getByRole('button', { name: `Clear ${name}` }).click();
    await refusal(name).waitFor({ state: 'detached' });
  }
  expect(await stored(filling)).toMatchObject({ documents: [{ file: { name: 'exact.pdf', bytes: limit } }] });
}, 60_000);

test('an upload goes on by itself after a lost connection', async () => {
  const { page } = await fill('documents');
  await page.route('**/attachments?*', (route) => route.abort('connectionreset'), { times: 1 });
  await choose(page, file('a.pdf', pdf));
  await page.getByText('The connection was lost. It will be sent again automatically').waitFor();
  await page.getByText('1 document added.').waitFor();
}, 30_000);

test('a suggestion and a known person fill in what is known, say from where, and can be corrected', async () => {
  const person = await portal.signedIn();
  const known = { firstName: 'Kit', lastName: 'Marlow', dateOfBirth: '2015-02-04' };
  await portal.services.people.note(person.account._id, known, 'Angling permit', '2021-07-14T09:00:00.000Z');
  const filling = await fill('angler', {}, desktop, person);
  const { page } = filling;
  await page.getByRole('radio', { name: 'Kit Marlow' }).check();
  await expect.poll(() => page.getByLabel('First name').inputValue(), { timeout: 15_000 }).toBe('Kit');
  await expect
    .poll(() => page.getByText('Filled in from your form of 14-Jul-2021. You can correct it.').count(), {
      timeout: 15_000,
    })
    .toBe(3);
  await page.getByLabel('First name').fill('Christopher');
  await page.getByLabel('Your present club').focus();
  await page.keyboard.type('mill');
  await page.getByRole('option', { name: /Mill Pond Anglers/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByLabel('Your present club').inputValue(), { timeout: 15_000 })
    .toBe('Mill Pond Anglers');
  await expect
    .poll(() => page.getByLabel('Telephone of the club').inputValue(), { timeout: 15_000 })
    .toBe('01632 960101');
  expect(await stored(filling)).toMatchObject({
    behalf: 'Kit Marlow',
    firstName: 'Christopher',
    lastName: 'Marlow',
    dateOfBirth: '2015-02-04',
    club: 'Mill Pond Anglers',
    clubPhone: '01632 960101',
  });

  // Somebody else is chosen: what was filled in goes, what was corrected by hand stays.
  await page.getByRole('radio', { name: 'Someone else' }).check();
  await expect.poll(() => page.getByLabel('Last name').inputValue(), { timeout: 15_000 }).toBe('');
  await expect.poll(() => page.getByLabel('First name').inputValue(), { timeout: 15_000 }).toBe('Christopher');
}, 30_000);

test('a date that is not whole keeps what was typed and says what is wrong once it is left', async () => {
  const filling = await fill('angler');
  const { page } = filling;
  const date = page.getByRole('group', { name: 'Date of birth' });
  await date.getByLabel('Day').fill('31');
  await date.getByLabel('Month').fill('2');
  await date.getByLabel('Year').fill('2015');
  expect(await date.getByText('Error:').count()).toBe(0);
  await page.getByLabel('First name').focus();
  await date.getByText(/^Error: /).waitFor();
  expect(await date.getByLabel('Day').inputValue()).toBe('31');
  await stored(filling);
  await page.goto(`/forms/${filling.draft}/angler`);
  expect(await date.getByLabel('Day').inputValue()).toBe('31');
  expect(await date.getByLabel('Month').inputValue()).toBe('2');
  await date.getByLabel('Month').fill('Mar');
  await page.getByLabel('First name').focus();
  await date.getByText(/^Error: /).waitFor({ state: 'detached' });
  expect(await stored(filling)).toMatchObject({ dateOfBirth: '2015-03-31' });
}, 30_000);

test('an amount that may be two is kept as typed and asked about, never made another', async () => {
  const filling = await fill('catches', { catches: [{ name: 'Pike' }] });
  const { page } = filling;
  const cost = page.getByLabel('Cost of bait (row 1)');
  await cost.fill('12,50');
  await page.getByLabel('Name of the fish (row 1)').focus();
  await page
    .getByText(/with a point before the pence, like 12\.50/)
    .first()
    .waitFor();
  expect(await cost.inputValue()).toBe('12,50');
  expect(await stored(filling)).toMatchObject({ catches: [{ name: 'Pike', cost: '12,50' }] });
  await page.goto(`/forms/${filling.draft}/catches`);
  expect(await cost.inputValue()).toBe('12,50');
  await cost.fill('£1\u00a0212.50');
  await page.getByLabel('Name of the fish (row 1)').focus();
  await page.getByText(/with a point before the pence/).waitFor({ state: 'detached' });
  expect(await stored(filling)).toMatchObject({ catches: [{ name: 'Pike', cost: 1212.5 }] });
}, 30_000);

test('a weekday that is not that of its date is told of, and no longer once the date is another', async () => {
  const filling = await fill('angler');
  const { page } = filling;
  const date = page.getByRole('group', { name: 'Date of birth' });
  await date.getByLabel('Day').fill('Thursday 3 March 2015');
  const told = date.locator('.field-warning');
  await told.getByText('03-Mar-2015 is a Tuesday, not a Thursday.').waitFor();
  expect(await date.getByRole('status').innerText()).toContain('not a Thursday');
  expect(await date.getByLabel('Month').inputValue()).toBe('3');
  await date.getByLabel('Day').fill('5');
  await told.waitFor({ state: 'detached' });
  expect(await stored(filling)).toMatchObject({ dateOfBirth: '2015-03-05' });
  // Typed by itself, the day that was doubted is one like any other.
  await date.getByLabel('Day').fill('3');
  expect(await stored(filling)).toMatchObject({ dateOfBirth: '2015-03-03' });
  expect(await told.count()).toBe(0);
}, 30_000);

test('a date put whole into one box fills all three', async () => {
  const filling = await fill('angler');
  const { page } = filling;
  const date = page.getByRole('group', { name: 'Date of birth' });
  const boxes = async () => [
    await date.getByLabel('Day').inputValue(),
    await date.getByLabel('Month').inputValue(),
    await date.getByLabel('Year').inputValue(),
  ];
  for (const [text, whole] of [
    ['05/01/2015', ['5', '1', '2015']],
    ['January 6, 2015', ['6', '1', '2015']],
    ['07012015', ['7', '1', '2015']],
    ['5th March 2014', ['5', '3', '2014']],
  ] as const) {
    await date.getByLabel('Day').press('ControlOrMeta+A');
    // As a keyboard on a phone pastes: without an event of its own.
    await page.keyboard.insertText(text);
    await expect.poll(boxes).toEqual(whole);
  }
  expect(await stored(filling)).toMatchObject({ dateOfBirth: '2014-03-05' });

  // Typed letter by letter, a year of two figures may be one of four: it goes where it belongs once the box is left.
  await date.getByLabel('Day').press('ControlOrMeta+A');
  await page.keyboard.type('5 Jan 15');
  expect((await boxes())[0]).toBe('5 Jan 15');
  await page.getByLabel('First name').focus();
  await expect.poll(boxes).toEqual(['5', '1', '15']);
  await date.getByText(/with all four figures, like 2015/).waitFor();
}, 60_000);

test('an answer of several kinds reopens on the kind that was given, under the real policy', async () => {
  const { page, complaints } = await fill('companion', { companion: { kind: 'dog', breed: 'Collie' } });
  expect(await page.getByRole('radio', { name: 'A dog' }).isChecked()).toBe(true);
  expect(await page.getByLabel('Breed').inputValue()).toBe('Collie');
  await page.getByRole('radio', { name: 'A person' }).check();
  await page.getByLabel('Their name').fill('Ada');
  await page.getByRole('radio', { name: 'A dog' }).check();
  expect(await page.getByLabel('Breed').inputValue()).toBe('Collie');
  expect(complaints).toEqual([]);
}, 30_000);

test('what the account fills in and locks is read, not changed', async () => {
  const { page } = await fill('angler');
  const name = page.getByRole('definition').filter({ hasText: 'Ada Byron' });
  await name.waitFor();
  await page.getByText('From your account').waitFor();
  expect(await page.getByLabel('Your name').count()).toBe(0);
}, 30_000);

test('“None of these” and the rest of a list take each other back', async () => {
  const filling = await fill('catches');
  const { page } = filling;
  await page.getByRole('checkbox', { name: 'Fly' }).check();
  await page.getByRole('checkbox', { name: 'None of these' }).check();
  expect(await page.getByRole('checkbox', { name: 'Fly' }).isChecked()).toBe(false);
  expect(await stored(filling)).toMatchObject({ bait: ['none'] });
}, 30_000);

test('a long list is searched by typing', async () => {
  const filling = await fill('catches');
  const { page } = filling;
  await page.getByRole('combobox', { name: /Fish that you like best/ }).fill('ro');
  await page.keyboard.press('Enter');
  expect(await stored(filling)).toMatchObject({ fish: 'roach' });
}, 30_000);

test.each(['First name', 'Your longest day by the river'])(
  'a letter typed into “%s” draws that question and no other',
  async (label) => {
    const { page } = await fill('angler');
    await page.getByLabel(label).focus();
    await drawnSince(page);
    await page.keyboard.press('x');
    const drawn = await drawnSince(page);
    expect(drawn.filter((each) => !each.startsWith(label))).toEqual([]);
    expect(drawn).not.toEqual([]);
  },
  30_000,
);

test.each([
  ['angler', {}],
  ['catches', { catches: [{ name: 'Pike' }, {}], gear: { others: [{ name: 'Hat' }] } }],
  ['documents', {}],
  ['companion', { companion: { kind: 'dog' } }],
])(
  'nothing of page %s is out of reach, wide or narrow, also when all of it is wrong',
  async (pageId, answers) => {
    for (const viewport of [desktop, narrow]) {
      const { page } = await fill(pageId, answers, viewport);
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      expect(await axeViolations(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }
  },
  60_000,
);
