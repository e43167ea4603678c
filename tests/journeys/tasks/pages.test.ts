/** The pages of tasks: lists, messages beside the form, and what every page owes whoever reads it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { act, send, taskOf, toUser } from '../../support/bank.ts';
import { axeViolations, desktop, narrow, phone, sidewaysOverflow } from '../../support/browser/browser.ts';
import { missedByKeyboard } from '../../support/browser/keyboard.ts';
import { heading, main, startTaskPages } from '../../support/browser/task-pages.ts';
import type { SignedIn } from '../../support/portal.ts';

// Several browsers on whatever machine.
vi.setConfig({ testTimeout: 90_000 });

const { bank, browse, write, toGroup, submitted, closeAll, stop } = await startTaskPages();
afterEach(closeAll);
afterAll(stop);

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
  const later = await browse({ cookie: () => `session=${token}` }, path);
  await later.getByText('You have not submitted a form in the last 30 days').waitFor();
  expect(await rows(later).count()).toBe(0);
});
