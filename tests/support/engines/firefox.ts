/** Firefox, by way of puppeteer-core, which speaks WebDriver BiDi with it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { has, run } from '../tools.ts';
import { marked, type Engine } from './driver.ts';

const found = ['firefox-esr', 'firefox'].find(has);

export const firefox: Engine = {
  name: 'Firefox',
  missing: () => (found === undefined ? ['firefox-esr'] : []),
  launch: async (folder) => {
    const downloads = join(folder, 'downloads');
    mkdirSync(downloads);
    const browser = await launch({
      browser: 'firefox',
      executablePath: run('sh', ['-c', `command -v ${found ?? ''}`]).trim(),
      defaultViewport: { width: 1280, height: 900 },
      env: { ...process.env, HOME: folder },
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.helperApps.neverAsk.saveToDisk': 'application/pdf',
        'pdfjs.disabled': true,
        'ui.prefersReducedMotion': 1,
      },
    });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const element = async () => {
      const one = await page.$(marked);
      if (one === null) throw new Error('Nothing is marked');
      return one;
    };
    return {
      downloads,
      open: async (url) => {
        await page.goto(url);
      },
      evaluate: (expression) => page.evaluate(expression),
      click: async () => (await element()).click(),
      type: async (words) => (await element()).type(words),
      chooseFile: async (path) => {
        const input = await page.$('input[data-wanted]');
        await input?.uploadFile(path);
      },
      complaints: () => Promise.resolve(complaints),
      screenshot: () => page.screenshot(),
      close: () => browser.close(),
    };
  },
};
