/**
 * The main job in the three engines that people's browsers are made of, at http://localhost and under the policy that browsers are really
 * sent: somebody registers, applies over a lost connection and takes the PDF away; somebody else signs in, picks a task up and submits it.
 * With `FORMWORK_SHOTS` set to a folder, pictures of each engine lie there afterwards.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { send, startBank, type Bank } from '../support/bank.ts';
import { buildPages } from '../support/built-pages.ts';
import { pdf } from '../support/files.ts';
import { testPassword } from '../support/portal.ts';
import { tcpGate, type TcpGate } from '../support/servers/tcp-gate.ts';
import { run } from '../support/tools.ts';
import type { Driver } from '../support/engines/driver.ts';
import { engines } from '../support/engines/engines.ts';
import { handsOf, type Hands } from '../support/engines/hands.ts';

vi.setConfig({ testTimeout: 400_000 });

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'formwork-engines-'));
const letter = join(folder, 'letter.pdf');

let pages: string;
let bank: Bank;
/** What people's connection goes through. */
let gate: TcpGate;

beforeAll(async () => {
  writeFileSync(letter, pdf);
  const [formsDir, councilDir] = [join(folder, 'forms'), join(folder, 'council')];
  for (const each of ['./forms', '../support/task-forms']) cpSync(beside(each), formsDir, { recursive: true });
  for (const each of ['./council', '../support/task-council']) cpSync(beside(each), councilDir, { recursive: true });
  pages = await buildPages();
  bank = await startBank({ config: { rendererDir: pages, formsDir, councilDir } });
  gate = await tcpGate({ host: '127.0.0.1', port: bank.portal.services.config.port });
});
afterAll(async () => {
  await gate.stop();
  await bank.portal.stop();
  for (const each of [pages, folder]) rmSync(each, { recursive: true, force: true });
});

/** The words of the PDF that a browser has kept, once it has all of it. */
const wordsKept = async (downloads: string, reference: RegExp): Promise<string> => {
  const text = (): string => {
    const file = readdirSync(downloads).find((name) => reference.test(name));
    return file === undefined ? '' : run('pdftotext', [join(downloads, file), '-']);
  };
  await expect.poll(text).toContain('Angling club');
  return text();
};

/** Whether each answer begins where the one above it does. */
const answersInLine = `new Set([...document.querySelectorAll('.print-answer:not(.print-answer-wide) > .print-value')]
  .map((answer) => answer.getBoundingClientRect().left)).size === 1`;

/** Whether no row of a table lies over the lines around it. */
const linesAreSeen = `[...document.querySelectorAll('.grid-wide tr')].every((row) => {
  const { position, backgroundColor } = getComputedStyle(row);
  return position === 'static' && backgroundColor === 'rgba(0, 0, 0, 0)';
})`;

let tries = 0;

interface Place extends Hands {
  driver: Driver;
  /** Takes a picture where they are wanted. */
  look: (name: string) => Promise<void>;
}

const apply = async ({ driver, look, ...hands }: Place): Promise<void> => {
  const { open, at, read, fill, fillDate, press, tick, chooseFile } = hands;
  tries += 1;
  const email = `applicant${tries}@example.org`;
  await open('/start/angling-club');
  await press('Register for a new account');
  await fill('Forename', 'Ada');
  await fill('Surname', 'Byron');
  await tick('No', 'Is this account being used in a professional capacity?');
  await fill('House number', '1');
  await fill('Street', 'High Street');
  await fill('Town or city', 'Oxford');
  await fill('Postcode', 'ox11nd');
  await press('Next');
  await fill('Email', email);
  await fill('Password', testPassword);
  await fill('Confirm password', testPassword);
  await press('Register');
  await read(`Enter the code that we sent to ${email}.`);
  await fill('Code', await bank.portal.code(email));
  await press('Finish');
  await press('Continue');
  await press('Start now');

  await at('Who wants to join');
  await tick('Someone else');
  await fill('First name', 'Żółta');
  await fill('Last name', 'O’Neill');
  await fillDate('Date of birth', ['3', '4', '2015']);
  await fill('Your present club', 'mill');
  await press('Mill Pond Anglers');
  await press('Next');

  await at('Catches and gear');
  await fill('Fish that you like best', 'pi');
  await press('Pike');
  await tick('Worm');
  await press('Add a row', 'Catches of this year');
  gate.shut('refused');
  await fill('Name of the fish (row 1)', 'Pike');
  await fillDate('Day (row 1)', ['1', '6', '2026']);
  await fill('Cost of bait (row 1)', '2.50');
  await read('Saved on this device, will be sent when the service can be reached');
  await fill('Name and date of the proof (Rod)', 'Receipt of 1 May');
  await tick('Not relevant');
  expect(await driver.evaluate(linesAreSeen)).toBe(true);
  await look('table');
  gate.open();
  await read('Saved at');
  await press('Next');

  await at('Documents');
  await chooseFile(letter);
  await read('1 document added.');
  await tick('Letter', 'Kind of document (letter.pdf)');
  await fill('Title (letter.pdf)', 'From the bailiff');
  await press('Next');

  await at('Company');
  await tick('A dog');
  await fill('Breed', 'Collie');
  await press('Next');

  await at('Check your answers');
  const written = [
    'Żółta',
    '03-Apr-2015',
    '01632 960101',
    'Worm',
    '01-Jun-2026',
    '£2.50',
    'Receipt of 1 May',
    'Collie',
  ];
  for (const words of written) await read(words);
  expect(await driver.evaluate(answersInLine)).toBe(true);
  await look('check');
  await press('Send to the council');
  await press('Submit');
  await at('Submitted forms');
  await press('Angling club, reference');
  await press('Save as PDF');
  const kept = await wordsKept(driver.downloads, /^FW-.*\.pdf$/);
  for (const words of [...written, 'From the bailiff']) expect(kept).toContain(words);
  await press('Ada Byron');
  await press('Logout');
  await at('You have signed out');
};

const answerTask = async ({ look, ...hands }: Place): Promise<void> => {
  const { open, at, read, fill, press } = hands;
  const { warden, officer, group, portal } = bank;
  const task = await send(bank, { kind: 'group', id: group._id });
  await open('/sign-in?return=%2Ftasks');
  await fill('Email', warden.email);
  await fill('Password', testPassword);
  await press('Submit');
  await at('step 2');
  await fill('Code', await portal.code(warden.email));
  await press('Finish');
  await press('Pickup Report on a bank');
  // The lists are drawn again, and what stands under them moves.
  await read('1 task');
  await read('There is nothing in the trays of your work groups');
  await press('Open it');
  await at('Whose bank');
  await press('Next');
  await at('Your report');
  await fill('How the bank is', 'Steep and wet');
  await look('task');
  await press('Next');
  await at('Documents');
  await press('Next');
  await at('Check your answers');
  await press('Submit contribution');
  await press('Submit');
  await at('Tasks');
  expect(expectStatus(await officer.get(`/api/tasks/${task.id}`), 200)).toMatchObject({
    state: 'submitted',
    answers: { report: 'Steep and wet' },
  });
};

/** Puts a script into the page that its policy does not know; tells whether it ran. */
const foreignScript = `(() => {
  const script = document.createElement('script');
  script.textContent = 'window.wasRun = true';
  document.body.append(script);
  return window.wasRun === true;
})()`;

/** What every engine may say while nobody can be reached. */
const isAway = (complaint: string): boolean => /ERR_CONNECTION|ERR_EMPTY|NetworkError|NETWORK ERROR/.test(complaint);

const shots = process.env['FORMWORK_SHOTS'];

describe.each(engines)('in $name', ({ name, missing, launch }) => {
  const lacking = missing();
  if (lacking.length > 0) {
    test.skip(`not tried, for want of ${lacking.join(' and ')}`, () => undefined);
    return;
  }
  test('an application and a task, from the first page to what is kept of them', async () => {
    const driver = await launch(mkdtempSync(join(folder, 'browser-')));
    const look = async (step: string): Promise<void> => {
      if (shots !== undefined) writeFileSync(join(shots, `${name}-${step}.png`), await driver.screenshot());
    };
    const place: Place = { ...handsOf(driver, `http://localhost:${gate.port}`), driver, look };
    try {
      await apply(place);
      await answerTask(place);
      expect((await driver.complaints()).filter((complaint) => !isAway(complaint))).toEqual([]);
      // Were there something to complain of, it would be seen.
      expect(await driver.evaluate(foreignScript)).toBe(false);
      await expect.poll(async () => (await driver.complaints()).join('\n')).toMatch(/content.security.policy/i);
    } finally {
      gate.open();
      await driver.close();
    }
  });
});
