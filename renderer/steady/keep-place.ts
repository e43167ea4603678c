/**
 * What was pressed stays where it is, under the pointer, when something above it comes or goes: the page is scrolled by as much, before
 * it is painted. It stays so until the person does something else, or is taken elsewhere (see decision 0011).
 */
import { clearRoom, makeRoom } from './room.ts';
import { isPressing } from './press.ts';

interface Anchor {
  element: Element;
  /** Below the top of the window, in CSS pixels. */
  top: number;
  address: string;
  clicked: boolean;
}

const pressable = 'a, button, label, input, select, textarea, summary, [role=option], [role=menuitem]';

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

/** The first thing that begins at this height or lower. */
const firstBelow = (outer: Element, height: number): Element => {
  const inner = [...outer.children].find((each) => isDrawn(each) && each.getBoundingClientRect().bottom > height);
  if (!inner || inner.getBoundingClientRect().top >= height) return inner ?? outer;
  return firstBelow(inner, height);
};

const scrollerOf = (element: Element): Element => {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    const { overflowY } = getComputedStyle(outer);
    if ((overflowY === 'auto' || overflowY === 'scroll') && outer.scrollHeight > outer.clientHeight) return outer;
  }
  return document.scrollingElement ?? document.documentElement;
};

const movedBy = ({ element, top }: Anchor): number => Math.round(element.getBoundingClientRect().top - top);

const restore = (anchor: Anchor): void => {
  const moved = (): number => movedBy(anchor);
  if (moved() === 0) return;
  const scroller = scrollerOf(anchor.element);
  const scroll = (): void => scroller.scrollBy({ top: moved(), behavior: 'instant' });
  scroll();
  if (moved() === 0 || scroller !== document.scrollingElement) return;
  // The page is too short for that.
  makeRoom(moved(), scroller.scrollTop);
  scroll();
};

/** Whether this focus comes of the press itself, as that of the box whose label was pressed. */
const comesOf = ({ element }: Anchor, focused: EventTarget | null): boolean =>
  focused instanceof Node &&
  (element.contains(focused) ||
    focused.contains(element) ||
    (element instanceof HTMLLabelElement && element.control === focused));

/** Begins to keep what is pressed in its place; once for the whole page. */
export const keepPlaces = (): void => {
  let anchor: Anchor | undefined;
  const observer = new MutationObserver(() => {
    if (!anchor) return;
    if (window.location.pathname !== anchor.address || !isDrawn(anchor.element)) release();
    else restore(anchor);
  });
  const release = (): void => {
    observer.disconnect();
    anchor = undefined;
    clearRoom();
    document.documentElement.style.removeProperty('overflow-anchor');
  };
  const on = <Name extends keyof WindowEventMap>(name: Name, tell: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(name, tell, { capture: true, passive: true });
  on('pointerdown', ({ target, clientY }) => {
    release();
    if (!(target instanceof Element)) return;
    const element = target.closest(pressable) ?? firstBelow(target, clientY);
    const { top } = element.getBoundingClientRect();
    anchor = { element, top, address: window.location.pathname, clicked: false };
    // The browser's own way of keeping places would come on top of this one.
    document.documentElement.style.setProperty('overflow-anchor', 'none');
    observer.observe(document.body, { childList: true, attributes: true, characterData: true, subtree: true });
  });
  on('click', () => {
    if (anchor) anchor.clicked = true;
  });
  on('keydown', release);
  on('wheel', release);
  on('touchmove', release);
  // Somebody else scrolled.
  on('scroll', () => {
    if (anchor && movedBy(anchor) !== 0) release();
  });
  // Focus that nobody moved by hand goes where the person should look now.
  on('focusin', ({ target }) => {
    if (anchor && (anchor.clicked || !isPressing()) && !comesOf(anchor, target)) release();
  });
};
