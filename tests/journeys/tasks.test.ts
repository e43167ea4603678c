/** Tasks as people do them: several people, each in a browser of their own, over one council. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { act, draftOf, save, send, startBank, taskOf, toUser, type Bank, type Sent } from '../support/bank.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  narrow,
  openBrowser,
  openPerson,
  phone,
  sidewaysOverflow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { missedByKeyboard } from '../support/browser/keyboard.ts';
import type { SignedIn } from '../support/portal.ts';
import { fieldsOf } from '../support/read.ts';

// Several browsers on whatever machine.
vi.setConfig({ testTimeout: 90_000 });

let pages: string;
let bank: Bank;
let browser: Browser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  bank = await startBank({ config: { rendererDir: pages } });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await bank.portal.stop();
  rmSync(pages, { recursive: true, force: true });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

/** Somebody's browser, signed in, at an address. */
const browse = async (person: SignedIn, path: string, viewport = desktop): Promise<Page> => {
  const { context, page } = await openPerson(browser, bank.portal.url, viewport, { translated: true });
  page.setDefaultTimeout(15_000);
  await carrySession(context, person);
  await page.goto(path);
  return page;
};

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
/** Types into the report, and waits until the server has it and the page has looked at the task after that, as it does at each save. */
const type = async (page: Page, words: string): Promise<void> => {
  let saved = false;
  const kept = page.waitForResponse((response) => {
    const request = response.request();
    saved ||= request.method() === 'PATCH' && (request.postData() ?? '').includes(words);
    return saved;
  });
  const looked = page.waitForResponse((response) => saved && response.url().endsWith('/open'));
  await page.getByLabel('How the bank is').fill(words);
  expect((await kept).status()).toBe(200);
  await looked;
};
const toGroup = () => ({ kind: 'group' as const, id: bank.group._id });

/** A task that the warden has answered. */
const submitted = async (): Promise<Sent> => {
  const { warden } = bank;
  const task = await send(bank, toUser(warden));
  taskOf(await act(warden, task, 'open'));
  const draft = await draftOf(warden, task);
  const { revision } = taskOf(await save(warden, draft, { report: 'Dry', reason: 'fence' }));
  return taskOf(await warden.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
};

/** At the page on which the report is written. */
const write = async (person: SignedIn, task: Sent, viewport = desktop): Promise<Page> => {
  const page = await browse(person, `/tasks/${task.id}/report`, viewport);
  await heading(page, 'Your report').waitFor();
  return page;
};

test('sent, answered, re-assigned to a manager who amends, signs and submits; both are named', async () => {
  const { warden, chief, officer, portal } = bank;
  const task = await send(bank, toUser(warden), {
    comments: 'Please look at the bank',
    sends: { reason: 'flood', wantedFrom: '2026-12-01' },
  });
  const page = await browse(warden, '/tasks');
  await page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Tasks 1 waiting' }).waitFor();
  const row = page.getByRole('row', { name: /Report on a bank.*Żółta O’Neill.*15 days left.*Please look/ });
  await row.getByRole('link', { name: /^Report on a bank/ }).click();

  await heading(page, 'Whose bank').waitFor();
  const about = page.getByRole('region', { name: 'About this task' });
  for (const words of ['Żółta O’Neill', '03-Apr-2015', 'Please look at the bank', 'Olive Officer'])
    await about.getByText(words, { exact: true }).filter({ visible: true }).first().waitFor();
  expect(await main(page).locator('#q-firstName').innerText()).toMatch(
    /First name\s+Żółta\s+From the council’s records/,
  );
  expect(await main(page).locator('#q-firstName input, #q-river input').count()).toBe(0);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await heading(page, 'Your report').waitFor();
  await page.getByLabel('How the bank is').fill('Steep and wet');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'What you have written is saved' })
    .getByRole('button', { name: 'Keep editing' })
    .click();

  await page.getByRole('link', { name: 'Re-Assign', exact: true }).click();
  await main(page)
    .getByText(
      'A manager may counter-sign it; it can be submitted without. Of the people below, Chris Chief may do so.',
    )
    .waitFor();
  const chiefs = page.getByRole('table', { name: 'Users within your Work Groups' });
  const signers = chiefs.getByRole('row').filter({ hasText: 'May counter-sign it' });
  expect((await signers.allInnerTexts()).map((text) => text.includes('Chris Chief'))).toEqual([true]);
  await chiefs
    .getByRole('row', { name: new RegExp(`Chris Chief.*${chief.email}`) })
    .getByRole('button')
    .click();
  const question = page.getByRole('dialog', { name: 'Re-Assign to Chris Chief' });
  await question.getByText('Chris Chief may then counter-sign it.').waitFor();
  await question.getByLabel('Comment').fill('Please counter-sign');
  await question.getByRole('button', { name: 'Re-Assign to Chris Chief' }).click();
  await page.getByText('The task was re-assigned').waitFor();
  await page.getByText('You have no tasks now').waitFor();

  const other = await browse(chief, `/tasks/${task.id}`);
  // Whoever signs reads from the start.
  await heading(other, 'Whose bank').waitFor();
  await other.getByRole('button', { name: 'Next', exact: true }).click();
  await heading(other, 'Your report').waitFor();
  const text = other.getByLabel('How the bank is');
  expect(await text.inputValue()).toBe('Steep and wet');
  await text.fill('Steep, wet and slippery');
  await other.getByRole('link', { name: 'Submit contribution' }).click();
  await heading(other, 'Check your answers').waitFor();
  await other.getByText('Steep, wet and slippery').waitFor();
  const changes = await main(other)
    .getByRole('link', { name: /^Change/ })
    .allInnerTexts();
  const asked = (words: string): boolean => changes.some((change) => change.endsWith(words));
  expect(['How the bank is', 'Your name'].filter((words) => !asked(words))).toEqual([]);
  expect(
    ['First name', 'Last name', 'Date of birth', 'Stretch of the river', 'Asked on', 'Club'].filter(asked),
  ).toEqual([]);
  await other.getByRole('button', { name: 'Submit contribution' }).click();
  const last = other.getByRole('dialog');
  const signs = last.getByRole('radio', { name: /Yes, I counter-sign it/ });
  await signs.waitFor();
  // Nobody signs by not looking.
  expect(await last.getByRole('radio', { checked: true }).count()).toBe(0);
  await last.getByRole('button', { name: 'Submit', exact: true }).click();
  await last.getByText('Error: Say whether you counter-sign it').waitFor();
  await signs.check();
  expect(await last.getByLabel('Your role').inputValue()).toBe('Chief warden');
  await last.getByRole('button', { name: 'Submit', exact: true }).click();
  await other.getByText('Your contribution was submitted.').waitFor();
  await other
    .getByRole('row', { name: /Report on a bank.*Żółta O’Neill.*\d\d:\d\d/ })
    .getByRole('link')
    .click();
  await other.getByText('Chris Chief, Chief warden, counter-signed it').waitFor();
  await other.getByText(/Will Warden wrote in it/).waitFor();
  await other.getByText('No response posted').waitFor();

  const council = await browse(officer, `/council/tasks/${task.id}`);
  const fact = (name: string) =>
    main(council).locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  expect(await fact('Counter-signed by').innerText()).toMatch(
    /^Chris Chief, Chief warden, \d\d-\w{3}-\d{4} \d\d:\d\d$/,
  );
  await council.goto('/received');
  await council
    .getByRole('row', { name: /Report on a bank/ })
    .getByRole('link')
    .first()
    .click();
  expect(await fact('Counter-signed by').innerText()).toMatch(
    /^Chris Chief, Chief warden, \d\d-\w{3}-\d{4} \d\d:\d\d$/,
  );

  const ended = taskOf(await warden.get(`/api/tasks/${task.id}`));
  expect(ended).toMatchObject({ state: 'submitted', signedBy: { name: 'Chris Chief', role: 'Chief warden' } });
  expect(ended['answers']).toMatchObject({ report: 'Steep, wet and slippery' });
  const mails = (await portal.mail(chief.email)).filter(({ text }) => text.includes(`/tasks/${task.id}`));
  expect(mails).toHaveLength(1);
});

test('two press Pickup at once: one has it, the other is told who', async () => {
  const { warden, colleague } = bank;
  const task = await send(bank, toGroup(), { comments: 'For whoever is there' });
  const both = await Promise.all([browse(warden, '/tasks'), browse(colleague, '/tasks')]);
  const buttons = both.map((page) => page.getByRole('button', { name: 'Pickup Report on a bank for Żółta O’Neill' }));
  await Promise.all(buttons.map((button) => button.waitFor()));
  await both[0].getByRole('row', { name: /Wardens.*Report on a bank.*Żółta.*15 days left.*For whoever/ }).waitFor();
  await Promise.all(buttons.map((button) => button.click()));
  await Promise.all(both.map((page) => page.getByText(/is yours now|could not be picked up/).waitFor()));
  const outcome = (page: Page) => page.locator('p', { hasText: /is yours now|could not be picked up/ });
  const told = await Promise.all(both.map((page) => outcome(page).innerText()));
  const { holder } = taskOf(await bank.officer.get(`/api/tasks/${task.id}`));
  const [winner, loser] = fieldsOf(holder).name === 'Will Warden' ? [0, 1] : [1, 0];
  expect(told[winner]).toContain('is yours now');
  expect(told[loser]).toMatch(winner === 0 ? /Will Warden has had it since/ : /Cora Colleague has had it since/);

  const [page, late] = [both[winner], both[loser]];
  if (!page || !late) throw new Error('Two pages were opened');
  await late.getByText('There is nothing in the trays of your work groups').waitFor();
  await page.getByRole('link', { name: 'Open it' }).click();
  await heading(page, 'Whose bank').waitFor();
  await late.goto(`/tasks/${task.id}`);
  await late.getByText(/has been writing in it since/).waitFor();
  expect(await late.getByRole('button', { name: 'Take over' }).count()).toBe(0);
});

test('whoever has picked it up without hearing so is told that it is theirs', async () => {
  const { warden } = bank;
  const task = await send(bank, toGroup());
  const page = await browse(warden, '/tasks');
  await page.route(
    '**/pick-up',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  const button = page.getByRole('button', { name: 'Pickup Report on a bank for Żółta O’Neill' }).first();
  await button.click();
  await page.getByText('is yours now').waitFor();
  expect(taskOf(await bank.officer.get(`/api/tasks/${task.id}`))).toMatchObject({ holder: { name: 'Will Warden' } });
});

test('retracted while somebody types: they are told who and why, and every word is kept', async () => {
  const { warden, officer, portal } = bank;
  const task = await send(bank, toUser(warden));
  const page = await write(warden, task);
  await type(page, 'First words');
  const now = taskOf(await officer.get(`/api/tasks/${task.id}`));
  taskOf(await act(officer, now, 'retract', { comment: 'Sent to the wrong club' }));
  await page.getByLabel('How the bank is').fill('First words and the last ones');
  const told = page.getByRole('alertdialog', { name: 'This task was taken back' });
  await told.getByText('Sent to the wrong club').waitFor();
  await told.getByText('Everything that you wrote was saved').waitFor();
  await told.getByRole('button', { name: 'Close' }).click();
  await main(page).getByText('can no longer be read here').waitFor();
  expect(await main(page).locator('textarea, input').count()).toBe(0);
  await page.getByRole('link', { name: 'Recently Retracted Tasks' }).click();
  await page.getByRole('row', { name: /Report on a bank.*Sent to the wrong club/ }).waitFor();
  const kept = taskOf(await officer.get(`/api/tasks/${task.id}`));
  expect(kept['answers']).toMatchObject({ report: 'First words and the last ones' });
  expect((await portal.mail(warden.email)).at(-1)?.text).not.toMatch(/wrong club|Żółta/);
});

test('while it is being submitted, nobody is told that it went into other hands', async () => {
  const { warden } = bank;
  const task = await send(bank, toUser(warden));
  const page = await write(warden, task);
  await type(page, 'Dry again');
  await page.getByRole('link', { name: 'Submit contribution' }).click();
  await heading(page, 'Check your answers').waitFor();
  // The server is done; its reply is still on the way when the window is looked at again.
  await page.route('**/submit', async (route) => {
    const response = await route.fetch();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await new Promise((settled) => setTimeout(settled, 500));
    await route.fulfill({ response });
  });
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 409) refused.push(response.url());
  });
  await page.getByRole('button', { name: 'Submit contribution' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
  await page.getByText('Your contribution was submitted.').waitFor();
  expect(refused).toEqual([]);
});

test('typed too long after it was taken back: the words stay on the page to be copied', async () => {
  const { warden, officer, portal } = bank;
  const task = await send(bank, toUser(warden));
  const page = await write(warden, task);
  await type(page, 'In time');
  const now = taskOf(await officer.get(`/api/tasks/${task.id}`));
  taskOf(await act(officer, now, 'retract', { comment: 'Sent to the wrong club' }));
  portal.clock.forward({ minutes: 10 });
  await page.getByLabel('How the bank is').fill('Too late');
  const told = page.getByRole('alertdialog', { name: 'This task was taken back' });
  await told.getByText('could not be saved').waitFor();
  await told.getByText('Too late').waitFor();
  await told.getByRole('button', { name: 'Close' }).click();
  // What was saved is the council's now; what never reached it stays with whoever typed it.
  await main(page).getByText('can no longer be read here').waitFor();
  await main(page).getByText('Too late').waitFor();
  expect(await main(page).getByText('In time').count()).toBe(0);
  await page.reload();
  await main(page).getByRole('heading', { name: 'Answers that were not sent' }).waitFor();
  await main(page).getByText('Too late').waitFor();
  await main(page).getByRole('button', { name: 'Remove these answers from this device' }).click();
  await main(page).getByText('Too late').waitFor({ state: 'detached' });
});

test('typed too long after it went to somebody else: the words stay in this browser to be copied', async () => {
  const { warden, officer, portal, colleague } = bank;
  const task = await send(bank, toUser(warden));
  const page = await write(warden, task);
  const now = taskOf(await officer.get(`/api/tasks/${task.id}`));
  taskOf(await act(officer, now, 're-assign', { to: toUser(colleague) }));
  portal.clock.forward({ minutes: 10 });
  await page.getByLabel('How the bank is').fill('Too late again');
  const told = page.getByRole('alertdialog');
  await told.getByText('could not be saved').waitFor();
  await told.getByText('Too late again').waitFor();
  await page.reload();
  await main(page).getByRole('heading', { name: 'Answers that were not sent' }).waitFor();
  await main(page).getByText('Too late again').waitFor();
});

test('two people on one form: the second reads who writes since when, and a manager takes it over', async () => {
  const { warden, chief } = bank;
  const task = await send(bank, toUser(warden));
  const page = await write(warden, task);
  await type(page, 'The warden writes');
  const other = await browse(chief, `/tasks/${task.id}`);
  await other.getByText(/Will Warden has been writing in it since \d\d-\w{3}-\d{4} \d\d:\d\d/).waitFor();
  await main(other).getByText('The warden writes').waitFor();
  expect(await main(other).locator('textarea, input').count()).toBe(0);
  await other.getByRole('button', { name: 'Take over' }).click();
  await heading(other, 'Whose bank').waitFor();

  await page.getByLabel('How the bank is').fill('The warden writes on');
  const told = page.getByRole('alertdialog', { name: 'This task is no longer with you' });
  await told.getByText(/Chris Chief has had it since/).waitFor();
  await told.getByRole('button', { name: 'Read what was written' }).click();
  await page.getByText(/Chris Chief.* has (been writing in it|had it) since/).waitFor();
  expect(await main(page).locator('textarea, input').count()).toBe(0);
});

test('somebody who leaves the form lets it go at once', async () => {
  const { warden } = bank;
  const task = await send(bank, toUser(warden));
  const page = await write(warden, task);
  await page.getByLabel('How the bank is').fill('And away');
  const released = page.waitForResponse((response) => response.url().endsWith('/release'));
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await heading(page, 'Tasks').waitFor();
  expect((await released).status()).toBe(200);
  expect(taskOf(await bank.chief.get(`/api/tasks/${task.id}`))).toMatchObject({
    lock: null,
    answers: { report: 'And away' },
  });
});

test('given back with a reason, it lies in the tray again', async () => {
  const { warden, colleague } = bank;
  const task = await send(bank, toGroup());
  taskOf(await act(warden, task, 'pick-up'));
  const page = await browse(warden, `/tasks/${task.id}/re-assign`);
  await page.getByRole('button', { name: 'Return to Wardens' }).click();
  const question = page.getByRole('dialog', { name: 'Return to Wardens' });
  await question.getByRole('button', { name: 'Return to Wardens' }).click();
  await question.getByText('Enter why you are giving it back').waitFor();
  await question.getByLabel('Why are you giving it back?').fill('I am on leave');
  await question.getByRole('button', { name: 'Return to Wardens' }).click();
  await page.getByText('The task was given back').waitFor();
  const { body } = await colleague.get('/api/tasks?list=groups');
  expect(body).toMatchObject({ items: [{ id: task.id, state: 'returned' }] });
});

test('whoever lost a form to somebody outside their groups reads that it went, and not where to', async () => {
  const { warden, officer, portal } = bank;
  const task = await send(bank, toUser(warden));
  const outsider = await portal.signedIn({ profile: warden.account.profile });
  expectStatus(await act(officer, task, 're-assign', { to: toUser(outsider) }), 200);
  const page = await browse(warden, `/tasks/${task.id}`);
  await heading(page, 'Somebody else has this form now').waitFor();
  await main(page)
    .getByText(/was given to somebody else on \d\d-\w{3}-\d{4}/)
    .waitFor();
  await main(page).getByRole('link', { name: 'See your tasks' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
});

test('an automatic reply is kept, and whoever re-assigns reads it first', async () => {
  const { warden, colleague } = bank;
  const page = await browse(colleague, '/account/automatic-replies');
  await page.getByRole('radio', { name: /^Yes/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Write what the council reads' }).click();
  await page.keyboard.type('At sea until May. Send it to Will.');
  await page.getByLabel('Send tasks to this colleague instead').selectOption({ label: 'Will Warden, Warden' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your automatic reply was saved.').waitFor();
  expect((await colleague.get('/api/me/automatic-reply')).body).toMatchObject({
    on: true,
    instead: warden.account._id,
  });

  const task = await send(bank, toUser(warden));
  const other = await browse(warden, `/tasks/${task.id}/re-assign`);
  await other.getByText('Away: At sea until May. Send it to Will.').waitFor();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your automatic reply is off.').waitFor();
});

test('messages go both ways beside the form', async () => {
  const { warden, officer } = bank;
  const task = await send(bank, toUser(warden));
  const page = await write(warden, task);
  await page.getByText('Messages', { exact: true }).click();
  await page.getByLabel('Your message').fill('Which bank do you mean?');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Which bank do you mean?' }).waitFor();
  // Whatever still reads the messages would count the next one as read.
  await page.waitForLoadState('networkidle');
  await officer.post(`/api/threads/task/${task.id}`, { text: 'The left one' });
  await page.goto('/tasks');
  await page
    .getByRole('row', { name: /New message/ })
    .getByRole('link', { name: /^Report on a bank/ })
    .click();
  await page.getByText('Messages New message', { exact: true }).waitFor();
  // On Home it stands as well, and the link leads to the messages themselves.
  await page.goto('/');
  await page.getByRole('link', { name: 'Read the message about a form that you were asked to fill in' }).click();
  await page.getByText('The left one').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 15_000 }).toBe('SUMMARY');
  await page.getByText('Olive Officer').last().waitFor();
});

test('search and order stand in the address, and Back leads back', async () => {
  const { warden } = bank;
  await send(bank, toUser(warden));
  const page = await browse(warden, '/tasks');
  const search = page.getByRole('searchbox');
  await search.fill('nobody at all');
  await search.press('Enter');
  await page.getByText('Nothing was found here for “nobody at all”').waitFor();
  await search.fill('o’nei');
  await search.press('Enter');
  await page.waitForURL(/q=o/);
  // Whoever works by keyboard goes on where they were.
  expect(await search.evaluate((box) => box === document.activeElement)).toBe(true);
  const names = page.getByRole('columnheader', { name: /Name/ }).first();
  await names.getByRole('link').click();
  await page.waitForURL(/sort=name/);
  expect(await names.getAttribute('aria-sort')).toBe('ascending');
  await page.goBack();
  await page.goBack();
  await page.getByText('Nothing was found here for “nobody at all”').waitFor();
  expect(await search.inputValue()).toBe('nobody at all');
  await page.getByRole('button', { name: 'Show all' }).press('Enter');
  await page.waitForURL((url) => !url.search.includes('q='));
  expect(await search.evaluate((box) => box === document.activeElement)).toBe(true);
});

test('every page is accessible, by keyboard too, and fits 320 pixels', async () => {
  const { warden, chief, officer } = bank;
  const [open, closed, tray] = [
    await send(bank, toUser(warden), { comments: 'A word from the council' }),
    await send(bank, toUser(warden)),
    await send(bank, toGroup()),
  ];
  taskOf(await act(officer, closed, 'retract', { comment: 'Not needed any more' }));
  const answered = await submitted();
  const visits: [SignedIn, string, string][] = [
    [warden, '/tasks', 'A word from the council'],
    [warden, '/tasks?list=retracted', 'Not needed any more'],
    [warden, '/tasks?list=submitted', 'Recently Submitted Forms'],
    [warden, `/tasks/${open.id}/report`, 'How the bank is'],
    [warden, `/tasks/${open.id}/angler`, 'Stretch of the river'],
    [warden, `/tasks/${open.id}/check`, 'Read through what you have written'],
    [warden, `/tasks/${closed.id}`, 'Not needed any more'],
    [warden, `/tasks/${tray.id}`, 'Nobody has it yet'],
    [warden, `/tasks/${answered.id}`, 'This form was submitted'],
    [warden, `/tasks/${open.id}/re-assign`, 'Users within your Work Groups'],
    [chief, '/tasks', 'Tasks of the Work Groups you Manage'],
    [warden, '/account/automatic-replies', 'It is not linked to'],
  ];
  // Wide, only what is laid out otherwise there.
  for (const [viewport, seen] of [
    [narrow, visits],
    [desktop, visits.slice(0, 4)],
  ] as const) {
    for (const [who, path, words] of seen) {
      const page = await browse(who, path, viewport);
      await main(page).getByText(words).first().waitFor();
      expect([path, await axeViolations(page)]).toEqual([path, []]);
      expect([path, await sidewaysOverflow(page)]).toEqual([path, 0]);
      expect([path, await missedByKeyboard(page)]).toEqual([path, []]);
      await page.context().close();
    }
  }
  const page = await browse(warden, `/tasks/${open.id}/report`, phone);
  // The form begins on the first screen: its head says whom, what and by when, and everything else on request.
  const title = heading(page, 'Your report');
  expect((await title.boundingBox())?.y).toBeLessThan(phone.height - 60);
  const head = page.getByRole('region', { name: 'About this task' });
  const shown = async (): Promise<string> => head.innerText();
  expect(await shown()).toMatch(/^Żółta O’Neill\nReport on a bank\s+By \d\d-\w{3}-\d{4}/);
  for (const words of ['A word from the council', 'Olive Officer', 'Telephone', 'Who contributed'])
    expect([words, (await shown()).includes(words)]).toEqual([words, false]);
  await page.getByRole('button', { name: 'More about this task' }).press('Enter');
  for (const words of [
    'DOB',
    'A word from the council',
    'Olive Officer',
    'Telephone',
    'Required By',
    'Who contributed',
  ])
    expect([words, (await shown()).includes(words)]).toEqual([words, true]);
  expect([await axeViolations(page), await sidewaysOverflow(page), await missedByKeyboard(page)]).toEqual([[], 0, []]);
}, 240_000);

test('a task is picked up and handed on by keyboard alone', async () => {
  const { warden, chief } = bank;
  const task = await send(bank, toGroup(), { comments: 'By keyboard' });
  const page = await browse(warden, '/tasks');
  await page.getByRole('row', { name: /By keyboard/ }).waitFor();
  /** Tab until what has focus begins with this. */
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const { activeElement: at } = document;
        const label = at instanceof HTMLTextAreaElement ? at.labels[0] : at;
        return `${label?.textContent ?? ''} ${at?.closest('tr')?.textContent ?? ''}`;
      });
      if (here.startsWith(name) && (name !== 'Pickup' || here.includes('By keyboard'))) return;
    }
    throw new Error(`Tab never reaches ${name}`);
  };
  await tabTo('Pickup');
  await page.keyboard.press('Enter');
  await page.getByText('is yours now').waitFor();
  await tabTo('Open it');
  await page.keyboard.press('Enter');
  await heading(page, 'Whose bank').waitFor();
  await tabTo('Re-Assign');
  await page.keyboard.press('Enter');
  await heading(page, 'Re-Assign').waitFor();
  await page.getByRole('row', { name: /Chris Chief/ }).waitFor();
  await tabTo('Select User Chris Chief');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Re-Assign to Chris Chief' }).waitFor();
  await tabTo('Comment');
  await page.keyboard.type('Over to you');
  await tabTo('Re-Assign to Chris Chief');
  await page.keyboard.press('Enter');
  await page.getByText('The task was re-assigned').waitFor();
  expect(taskOf(await chief.get(`/api/tasks/${task.id}`))).toMatchObject({ holder: { name: 'Chris Chief' } });
});

test('30 days later what was submitted is gone from the list', async () => {
  const { warden, portal } = bank;
  await submitted();
  const rows = (page: Page) =>
    page
      .getByRole('table', { name: 'Recently Submitted Forms (Last 30 Days)' })
      .getByRole('row', { name: /Report on a bank.*Żółta/ });
  const path = '/tasks?list=submitted';
  const page = await browse(warden, path);
  await rows(page).first().waitFor();
  portal.clock.forward({ days: 31 });
  const { token } = await portal.services.sessions.begin(warden.account);
  const { context, page: later } = await openPerson(browser, portal.url);
  await carrySession(context, { cookie: () => `session=${token}` });
  await later.goto(path);
  await later.getByText('You have not submitted a form in the last 30 days').waitFor();
  expect(await rows(later).count()).toBe(0);
});
