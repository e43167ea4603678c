/** Tasks from hand to hand: picked up, given on, given back, taken over and counter-signed. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { act, send, taskOf, toUser } from '../../support/bank.ts';
import { heading, main, startTaskPages, type } from '../../support/browser/task-pages.ts';
import { fieldsOf } from '../../support/read.ts';

// Several browsers on whatever machine.
vi.setConfig({ testTimeout: 90_000 });

const { bank, browse, write, toGroup, closeAll, stop } = await startTaskPages();
afterEach(closeAll);
afterAll(stop);

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
  await last.getByText('Error: Select whether you counter-sign this form').waitFor();
  expect(await signs.evaluate((radio) => radio === document.activeElement)).toBe(true);
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
