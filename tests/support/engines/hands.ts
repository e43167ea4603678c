/** What somebody does on a page, by the names that they see there; the same for every engine. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from './driver.ts';

type Kind = 'box' | 'button' | 'tick' | 'files';

interface Wanted {
  kind: Kind;
  /** As it is read on the page, whole or its beginning. */
  name: string;
  /** Name of the group, row or dialog in which it stands. */
  within?: string | undefined;
}

/**
 * Runs in the page: marks the thing that is wanted by `data-wanted` once it stands still, as a hand does not press what moves. Gives the names
 * of those that are there when it is not.
 */
const markIn = async ({ kind, name, within }: Wanted): Promise<string[] | undefined> => {
  const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const named = (ids: string | null): string =>
    (ids ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' ');
  const nameOf = (element: Element): string => {
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const legend = element.querySelector(':scope > legend, :scope > caption');
    return plain(
      [named(element.getAttribute('aria-labelledby')), element.getAttribute('aria-label')].find(
        (text) => plain(text) !== '',
      ) ??
        [...labels.map(({ textContent }) => textContent), legend?.textContent].find((text) => plain(text) !== '') ??
        element.textContent,
    );
  };
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  const pick = (elements: readonly Element[], called: string): Element | undefined =>
    elements.find((each) => nameOf(each) === called) ?? elements.find((each) => nameOf(each).startsWith(called));
  const all = (inside: ParentNode, selector: string): Element[] => [...inside.querySelectorAll(selector)];

  document.querySelector('[data-wanted]')?.removeAttribute('data-wanted');
  // What stands behind an open dialog cannot be reached.
  const [dialog] = all(document, 'dialog[open]').filter(isSeen).reverse();
  const groups = 'fieldset, [role=group], [role=region], tr, section, dialog';
  const inside = within === undefined ? (dialog ?? document) : pick(all(document, groups).filter(isSeen), within);
  if (inside === undefined) return all(document, groups).map(nameOf);
  const selectors: Record<Kind, string> = {
    box: 'input:not([type=radio], [type=checkbox], [type=file]), textarea, select',
    button: 'button, a[href], summary, [role=option], [role=menuitem]',
    tick: 'input[type=radio], input[type=checkbox]',
    files: 'input[type=file]',
  };
  const there = all(inside, selectors[kind]).filter((each) => kind === 'tick' || kind === 'files' || isSeen(each));
  const found = kind === 'files' ? there[0] : pick(there, name);
  // A tick is pressed by its words.
  const pressed = found instanceof HTMLInputElement && kind === 'tick' ? found.labels?.[0] : found;
  if (pressed === undefined) return there.map(nameOf);
  const heightOf = (): number => pressed.getBoundingClientRect().top + scrollY;
  const before = heightOf();
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (!pressed.isConnected || heightOf() !== before) return ['the thing itself, moving'];
  pressed.setAttribute('data-wanted', '');
  return undefined;
};

/** Runs in the page: the words that are read in it, or in its heading. */
const wordsIn = (selector: string): string =>
  (document.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ');

export interface Hands {
  open: (path: string) => Promise<void>;
  /** Waits until the page has this heading. */
  at: (heading: string) => Promise<void>;
  /** Waits until these words stand on the page. */
  read: (words: string) => Promise<void>;
  fill: (label: string, words: string, within?: string) => Promise<void>;
  fillDate: (question: string, date: [day: string, month: string, year: string]) => Promise<void>;
  press: (name: string, within?: string) => Promise<void>;
  tick: (name: string, within?: string) => Promise<void>;
  chooseFile: (path: string) => Promise<void>;
}

/** Longer than anything takes on a busy machine. */
const patience = 60_000;

export const handsOf = (driver: Driver, url: string): Hands => {
  const until = async (is: () => Promise<boolean>, otherwise: () => Promise<string>): Promise<void> => {
    const end = Date.now() + patience;
    while (!(await is())) {
      if (Date.now() > end) throw new Error(await otherwise());
      await wait(50);
    }
  };
  const ask = (wanted: Wanted): Promise<unknown> =>
    driver.evaluate(`(${markIn.toString()})(${JSON.stringify(wanted)}).then((there) => there ?? null)`);
  const find = async (kind: Kind, name: string, within?: string): Promise<void> => {
    let there: unknown;
    await until(
      async () => (there = await ask({ kind, name, within })) === null,
      () => Promise.resolve(`There is no ${kind} “${name}” in “${within ?? 'the page'}” but: ${String(there)}`),
    );
  };
  const wordsOf = async (selector: string): Promise<string> =>
    String(await driver.evaluate(`(${wordsIn.toString()})('${selector}')`));
  const reads = (selector: string, words: string): Promise<void> =>
    until(
      async () => (await wordsOf(selector)).includes(words),
      async () => `“${words}” does not stand in ${selector}: ${await wordsOf('body')}`,
    );
  const press = async (kind: Kind, name: string, within?: string): Promise<void> => {
    let wrong = '';
    // While a page is drawn, what was found may be gone again, or lie under something else for a moment.
    const pressed = async (): Promise<boolean> => {
      await find(kind, name, within);
      return driver.click().then(
        () => true,
        (error: unknown) => {
          wrong = String(error);
          return false;
        },
      );
    };
    await until(pressed, () => Promise.resolve(`${kind} “${name}” cannot be pressed: ${wrong}`));
  };
  const fill: Hands['fill'] = async (label, words, within) => {
    await press('box', label, within);
    // What stood there is written over.
    await driver.evaluate('document.activeElement.select()');
    await driver.type(words);
  };
  return {
    open: (path) => driver.open(url + path),
    at: (heading) => reads('h1', heading),
    read: (words) => reads('body', words),
    fill,
    fillDate: async (question, [day, month, year]) => {
      await fill('Day', day, question);
      await fill('Month', month, question);
      await fill('Year', year, question);
    },
    press: (name, within) => press('button', name, within),
    tick: (name, within) => press('tick', name, within),
    chooseFile: async (path) => {
      await find('files', '');
      await driver.chooseFile(path);
    },
  };
};
