/** Tasks in browsers: several people, each in a browser of their own, over one council. */
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { act, draftOf, save, send, startBank, taskOf, toUser, type Bank, type Sent } from '../bank.ts';
import { buildPages } from '../built-pages.ts';
import type { SignedIn } from '../portal.ts';
import { carrySession, desktop, openBrowser, openPerson } from './browser.ts';

export const main = (page: Page) => page.getByRole('main');
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Types into the report, and waits until the server has it and the page has looked at the task after that, as it does at each save. */
export const type = async (page: Page, words: string): Promise<void> => {
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

export interface TaskPages {
  bank: Bank;
  /** Somebody's browser, signed in, at an address. */
  browse: (person: Pick<SignedIn, 'cookie'>, path: string, viewport?: typeof desktop) => Promise<Page>;
  /** At the page on which the report is written. */
  write: (person: SignedIn, task: Sent) => Promise<Page>;
  toGroup: () => { kind: 'group'; id: string };
  /** A task that the warden has answered. */
  submitted: () => Promise<Sent>;
  closeAll: () => Promise<void>;
  stop: () => Promise<void>;
}

export const startTaskPages = async (): Promise<TaskPages> => {
  const [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  const bank = await startBank({ config: { rendererDir: pages } });

  const browse: TaskPages['browse'] = async (person, path, viewport = desktop) => {
    const { context, page } = await openPerson(browser, bank.portal.url, viewport, { translated: true });
    page.setDefaultTimeout(15_000);
    await carrySession(context, person);
    await page.goto(path);
    return page;
  };

  return {
    bank,
    browse,
    write: async (person, task) => {
      const page = await browse(person, `/tasks/${task.id}/report`);
      await heading(page, 'Your report').waitFor();
      return page;
    },
    toGroup: () => ({ kind: 'group', id: bank.group._id }),
    submitted: async () => {
      const { warden } = bank;
      const task = await send(bank, toUser(warden));
      taskOf(await act(warden, task, 'open'));
      const draft = await draftOf(warden, task);
      const { revision } = taskOf(await save(warden, draft, { report: 'Dry', reason: 'fence' }));
      return taskOf(await warden.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
    },
    closeAll: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    stop: async () => {
      await browser.close();
      await bank.portal.stop();
      rmSync(pages, { recursive: true, force: true });
    },
  };
};
