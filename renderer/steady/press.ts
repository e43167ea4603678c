/**
 * A press, of a mouse button or a finger, from the moment it begins until the click that comes of it has been delivered. Whatever would
 * move the page waits for its end, so that a click reaches what was pressed.
 */

let pressing = false;
let ending: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => void)[] = [];

/** A finger's click comes after it was lifted, and a browser may first wait whether it is a double tap. */
const CLICK_OF_TOUCH_MS = 400;

const end = (): void => {
  clearTimeout(ending);
  pressing = false;
  const due = waiting;
  waiting = [];
  due.forEach((work) => work());
};

const endIn = (ms: number): void => {
  clearTimeout(ending);
  ending = setTimeout(end, ms);
};

const begin = (): void => {
  clearTimeout(ending);
  pressing = true;
};

/** Does the work now, or after the click when a press is under way. */
export const afterPress = (work: () => void): void => {
  if (pressing) waiting.push(work);
  else work();
};

/** Whether a press is under way. */
export const isPressing = (): boolean => pressing;

/** Begins to watch for presses; once for the whole page. */
export const watchPresses = (): void => {
  const on = <Name extends keyof WindowEventMap>(name: Name, tell: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(name, tell, { capture: true, passive: true });
  on('pointerdown', begin);
  // Whoever handles the click comes first: what waited may take away what was pressed.
  on('click', () => pressing && endIn(0));
  on('pointerup', ({ pointerType }) => pressing && endIn(pointerType === 'mouse' ? 0 : CLICK_OF_TOUCH_MS));
  // A press that became something else: a scroll, a drag, a choice in a list of the browser's own.
  on('pointercancel', () => pressing && endIn(0));
  on('pointermove', ({ buttons, pointerType }) => pressing && pointerType === 'mouse' && buttons === 0 && endIn(0));
  // A box that is left says that it changed, too; that is no end of a press.
  on('change', ({ target }) => pressing && target instanceof HTMLSelectElement && endIn(0));
  on('keydown', () => pressing && end());
  on('blur', ({ target }) => pressing && target === window && end());
};
