/** How much JavaScript a page makes a telephone load. */
import type { Page, Response } from 'playwright-core';
import { gzipSync } from 'node:zlib';

/** Opens an address and gives the kilobytes (gzip) of every script that came, once the network is quiet. */
export const scriptsOf = async (page: Page, address: string): Promise<number> => {
  const sizes = new Map<string, Promise<number>>();
  const note = (response: Response): void => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    );
  };
  page.on('response', note);
  await page.goto(address, { waitUntil: 'networkidle' });
  page.off('response', note);
  const bytes = await Promise.all(sizes.values());
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
};
