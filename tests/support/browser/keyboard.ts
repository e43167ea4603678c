/** What nobody reaches who has only a keyboard. */
import type { Page } from 'playwright-core';

const interactive =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/**
 * Walks a page with the Tab key from its beginning until focus comes round, and gives what can be operated and was never reached, or had no
 * visible focus. Of radio buttons of one name one is enough: the arrow keys lead to the others.
 */
export const missedByKeyboard = async (page: Page, most = 400): Promise<string[]> => {
  await page.evaluate((selector) => {
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      // What the arrow keys of its neighbour do stands outside the order on purpose.
      if (element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
        element.dataset['walk'] = 'not reached';
    // Tab goes on from here: the first thing on the page.
    const first = document.querySelector<HTMLElement>(selector);
    first?.focus();
    if (first) first.dataset['walk'] = 'reached';
  }, interactive);
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const round = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (!(at instanceof HTMLElement) || at === document.body) return true;
      // A date has several parts in one.
      if (at.hasAttribute('data-here')) return false;
      document.querySelector('[data-here]')?.removeAttribute('data-here');
      at.setAttribute('data-here', '');
      if (at.dataset['walk'] === 'reached') return true;
      const seen = (element: Element): boolean => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      };
      // A box that is drawn by its neighbour shows focus there.
      const shown = [at, at.nextElementSibling, at.parentElement, at.closest('label')].some(
        (each) => each !== null && seen(each),
      );
      at.dataset['walk'] = shown ? 'reached' : 'no visible focus';
      return false;
    });
    if (round) break;
  }
  return page.evaluate(() => {
    const walked = [...document.querySelectorAll<HTMLElement>('[data-walk]')];
    const radios = new Set(
      walked.flatMap((each) =>
        each instanceof HTMLInputElement && each.type === 'radio' && each.dataset['walk'] === 'reached'
          ? [each.name]
          : [],
      ),
    );
    return walked
      .filter((each) => each.dataset['walk'] !== 'reached')
      .filter((each) => !(each instanceof HTMLInputElement && each.type === 'radio' && radios.has(each.name)))
      .map((each) => `${each.dataset['walk'] ?? ''}: ${each.outerHTML.slice(0, 120)}`);
  });
};
