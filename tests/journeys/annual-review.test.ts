/** An annual review as it comes by the clock: sent by nobody, into the tray of a work group, where two people press Pickup at once. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TaskDocument } from '../../server/modules/tasks/document.ts';
import { expectStatus } from '../support/angling.ts';
import { again } from '../support/bank.ts';
import { carrySession, openBrowser, openPerson } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { startPortal, testClock, type SignedIn, type TestPortal } from '../support/portal.ts';

vi.setConfig({ testTimeout: 90_000 });

let pages: string;
let browser: Browser;
let portal: TestPortal;
const clock = testClock(new Date('2026-12-01T09:00:00Z'));

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({
    clock,
    config: {
      rendererDir: pages,
      councilDir: 'council',
      formsDir: 'forms',
      serveUnpublished: true,
      teams: { send: 'send@example.org' },
    },
  });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

const teacher = (forename: string): Promise<SignedIn> =>
  portal.signedIn({ profile: { forename, surname: 'Reed', professional: true, organisation: 'Heron Bank School' } });

const atTheirTasks = async (person: SignedIn): Promise<Page> => {
  const { context, page } = await openPerson(browser, portal.url);
  page.setDefaultTimeout(15_000);
  await carrySession(context, person);
  await page.goto('/tasks');
  await page.getByRole('row', { name: /Annual Review.*Ada Moss/i }).waitFor();
  return page;
};

test('eight weeks before the review it lies in the school’s tray; of two who press Pickup one has it, the other is told who', async () => {
  const officer = await portal.signedIn({ role: 'officer', teams: ['send'] });
  const people = [await teacher('Robin'), await teacher('Kit')];
  await portal.services.groups.create({
    name: 'SEND at Heron Bank',
    organisation: 'Heron Bank School',
    members: people.map(({ account }) => account._id),
    managers: [],
  });
  const subject = { firstName: 'Ada', lastName: 'Moss', dateOfBirth: '2016-05-04', identifiers: {} };
  const values = { 'plan.settingName': 'Heron Bank School', 'plan.reviewDate': '2027-03-05' };
  const made = expectStatus(await officer.post('/api/cases', { subject, team: 'send', values }), 201);
  const sent = async (): Promise<TaskDocument[]> => {
    await portal.services.jobs.runAll();
    await portal.services.relay.run();
    return portal.services.tasks.ofCase(String(made['id']));
  };
  clock.forward({ days: 37 });
  expect(await sent()).toEqual([]);
  clock.forward({ days: 1 });
  const [task, ...more] = await sent();
  expect([task?.task.state, more]).toEqual(['offered', []]);
  for (const { email } of people)
    expect((await portal.mail(email)).map(({ subject: line }) => line)).toEqual([
      expect.stringMatching(/^A form for your work group: Annual Review/i),
    ]);

  const both = await Promise.all(people.map(async (person) => atTheirTasks(await again(portal, person))));
  await Promise.all(both.map((page) => page.getByRole('button', { name: /^Pickup Annual Review/i }).click()));
  const words = /is yours now|could not be picked up/;
  await Promise.all(both.map((page) => page.locator('.notice', { hasText: words }).waitFor()));
  const told = await Promise.all(both.map((page) => page.locator('.notice', { hasText: words }).innerText()));
  const [now] = await portal.services.tasks.ofCase(String(made['id']));
  const winner = people.findIndex(({ account }) => account._id === now?.task.holder?.id);
  const names = ['Robin Reed', 'Kit Reed'];
  expect(told[winner]).toContain('is yours now');
  expect(told[1 - winner]).toContain(`${names[winner]} has had it since`);
  await both[winner]?.getByRole('link', { name: 'Open it' }).click();
  await both[winner]?.getByRole('heading', { level: 1 }).waitFor();
  expect(await both[winner]?.getByRole('main').innerText()).toContain('Moss');
  await both[1 - winner]?.getByText('There is nothing in the trays of your work groups').waitFor();
});
