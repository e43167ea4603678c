/** Tasks that somebody loses while they write: they are told, and no word of theirs is lost. */
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, send, taskOf, toUser } from '../../support/bank.ts';
import { axeViolations, narrow, sidewaysOverflow } from '../../support/browser/browser.ts';
import { heading, main, startTaskPages, type } from '../../support/browser/task-pages.ts';

// Several browsers on whatever machine.
vi.setConfig({ testTimeout: 90_000 });

const { bank, browse, write, closeAll, stop } = await startTaskPages();
afterEach(closeAll);
afterAll(stop);

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
