/** Chromium, by way of playwright-core. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasBrowser, openBrowser, openPerson } from '../browser/browser.ts';
import { marked, type Engine } from './driver.ts';

export const chromium: Engine = {
  name: 'Chromium',
  missing: () => (hasBrowser ? [] : ['chromium']),
  launch: async (folder) => {
    const downloads = join(folder, 'downloads');
    mkdirSync(downloads);
    const browser = await openBrowser();
    const { page, complaints } = await openPerson(browser, 'http://localhost');
    page.on('download', (download) => void download.saveAs(join(downloads, download.suggestedFilename())));
    const element = page.locator(marked);
    return {
      downloads,
      open: async (url) => {
        await page.goto(url);
      },
      evaluate: (expression) => page.evaluate(expression),
      click: () => element.click({ timeout: 5_000 }),
      type: (words) => element.pressSequentially(words),
      chooseFile: (path) => element.setInputFiles(path),
      complaints: () => Promise.resolve(complaints),
      screenshot: () => page.screenshot(),
      close: () => browser.close(),
    };
  },
};
