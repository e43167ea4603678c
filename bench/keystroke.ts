/** What a person feels at the keyboard, measured inside the page: from the key's own event to the frame that has been drawn after it. */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    keystrokes?: number[];
  }
}

/** Runs in the page: times every key from its event to the task after the frame it caused. */
const listen = (): void => {
  const times: number[] = [];
  window.keystrokes = times;
  const after = (start: number): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - start);
      port2.postMessage(undefined);
    });
  };
  window.addEventListener('keydown', (event) => after(event.timeStamp), { capture: true });
};

/** Types into a field and gives the milliseconds of each key; the first ten warm up and do not count. */
export const typeInto = async (page: Page, selector: string, keys: number): Promise<number[]> => {
  await page.evaluate(listen);
  await page.locator(selector).first().click();
  for (let typed = 1; typed <= keys + 10; typed += 1) {
    await page.keyboard.press('abcdefghij'.charAt(typed % 10));
    await page.waitForFunction((count) => (window.keystrokes?.length ?? 0) >= count, typed, { polling: 'raf' });
  }
  const times = await page.evaluate(() => window.keystrokes ?? []);
  return times.slice(10);
};

/** Milliseconds from the navigation's start until a field stands there and a frame with it has been drawn. */
export const timeToField = async (page: Page, address: string, selector: string): Promise<number> => {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted) === null) {
            requestAnimationFrame(look);
            return;
          }
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now());
            port2.postMessage(undefined);
          });
        };
        look();
      }),
    selector,
  );
};
