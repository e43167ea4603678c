/** Presses at coordinates, as hands do: a mouse button that goes down and up, or a finger. */
import type { Locator, Page } from 'playwright-core';

/** `inside` marks an element of the page; what is pressed next to it is found by it. */
export interface Target {
  locator: Locator;
  /** Tag, type and words, for messages. */
  name: string;
  kind: 'tick' | 'box' | 'next' | 'other';
}

/** Notes which element each click reaches, and keeps buttons and links other than Next from doing what they would. To be called before a page is opened. */
export const noteClicks = (page: Page, next: string): Promise<unknown> =>
  page.addInitScript((nextLabel) => {
    document.addEventListener(
      'click',
      (event) => {
        const { target } = event;
        if (!(target instanceof Element)) return;
        target.closest('[data-press]')?.setAttribute('data-clicked', '');
        const does = target.closest('a, button');
        if (!does || does.textContent.trim() === nextLabel) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
  }, next);

/** Marks the first thing after the question that can be pressed, and gives it; the button of the page's name when there is none between. */
export const nextAfter = async (page: Page, fieldId: string, next: string): Promise<Target | undefined> => {
  const found = await page.evaluate(
    ([id, nextLabel]) => {
      document.querySelectorAll('[data-press]').forEach((each) => {
        each.removeAttribute('data-press');
        each.removeAttribute('data-clicked');
      });
      const field = document.getElementById(id)?.closest('.field');
      if (!field) return undefined;
      const all = document.querySelectorAll<HTMLElement>('.fill-main :is(a, button, input, select, textarea, label)');
      for (const each of all) {
        const follows = field.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (!follows || field.contains(each) || each.matches(':disabled, [readonly], .visually-hidden *')) continue;
        // A label stands for its tick; of a box it only leads there.
        if (each instanceof HTMLLabelElement && !each.matches('.choice')) continue;
        const { width, height } = each.getBoundingClientRect();
        if (width < 2 || height < 2) continue;
        each.setAttribute('data-press', '');
        const words = each.textContent.trim();
        const kind = each.matches('.choice, [type=radio], [type=checkbox]')
          ? ('tick' as const)
          : each.matches('input, select, textarea')
            ? ('box' as const)
            : words === nextLabel
              ? ('next' as const)
              : ('other' as const);
        return { kind, name: `${each.tagName.toLowerCase()} ${each.id} ${words.slice(0, 40)}` };
      }
      return undefined;
    },
    [fieldId, next] as const,
  );
  return found && { ...found, locator: page.locator('[data-press]') };
};

/** The button itself. */
export const nextButton = (page: Page, next: string): Target => {
  const locator = page.getByRole('button', { name: next, exact: true });
  return { kind: 'next', name: next, locator };
};

export type Hand = 'mouse' | 'finger';

/** What became of a press; empty when all is well. */
export const press = async (page: Page, hand: Hand, { locator, kind, name }: Target): Promise<string[]> => {
  const wrong: string[] = [];
  await locator.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = async () => locator.boundingBox();
  const before = await box();
  if (!before) return [`${name}: cannot be seen`];
  const ticked = async (): Promise<boolean | undefined> =>
    kind === 'tick'
      ? locator.evaluate((element) => {
          const input = element instanceof HTMLLabelElement ? element.control : element;
          return input instanceof HTMLInputElement ? input.type === 'radio' || !input.checked : undefined;
        })
      : undefined;
  const wanted = await ticked();
  const [x, y] = [before.x + Math.min(before.width / 2, 40), before.y + before.height / 2];
  if (hand === 'finger') await page.touchscreen.tap(x, y);
  else {
    await page.mouse.move(x, y);
    await page.mouse.down();
    const during = await box();
    if (during?.y !== before.y) wrong.push(`${name}: moved from ${before.y} to ${String(during?.y)} while pressed`);
    await page.mouse.up();
  }
  if (kind === 'next') return wrong;
  // A finger's click comes a moment later.
  const clicked = await locator
    .and(page.locator('[data-clicked]'))
    .waitFor({ state: 'attached', timeout: 5_000 })
    .then(
      () => true,
      () => false,
    );
  if (!clicked) wrong.push(`${name}: the click did not reach it`);
  if (kind === 'tick') {
    const is = await locator.evaluate((element) => {
      const input = element instanceof HTMLLabelElement ? element.control : element;
      return input instanceof HTMLInputElement && input.checked;
    });
    if (is !== wanted) wrong.push(`${name}: is ${is ? '' : 'not '}ticked`);
  }
  if (kind === 'box' && !(await locator.evaluate((element) => element === document.activeElement)))
    wrong.push(`${name}: did not get focus`);
  return wrong;
};

/** How far down the marked element stands, in whole pixels. */
export const heightOf = async ({ locator }: Target): Promise<number> =>
  Math.round((await locator.boundingBox())?.y ?? -1);
