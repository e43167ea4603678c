/** Whether everything on a page can be read: nothing reaches out of its box, out of what cuts it off, or out of the window. */
import type { Page } from 'playwright-core';

/** What is wrong with the page as it is now, a line each; at most ten. What the portal draws around a form may reach into the margin. */
export const pageFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const tell = (what: string, of: Element): void => {
      faults.push(
        `${what}: ${of.tagName.toLowerCase()}.${of.className} ${JSON.stringify(of.textContent.slice(0, 60))}`,
      );
    };
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) tell(`${root.scrollWidth - root.clientWidth} pixels too wide`, root);

    /** Kept for screen readers alone, or not drawn at all. */
    const unseen = new Map<Element, boolean>();
    const isUnseen = (element: Element | null): boolean => {
      if (element === null) return false;
      const known = unseen.get(element);
      if (known !== undefined) return known;
      const { clipPath, display, visibility } = getComputedStyle(element);
      const is =
        display === 'none' ||
        visibility === 'hidden' ||
        clipPath.startsWith('inset(50%') ||
        isUnseen(element.parentElement);
      unseen.set(element, is);
      return is;
    };
    const boxOf = (element: Element): Element => {
      let box = element;
      while (getComputedStyle(box).display === 'inline' && box.parentElement !== null) box = box.parentElement;
      return box;
    };

    const seen = [...document.querySelectorAll('main, main *')].filter((element) => !isUnseen(element));
    const inForm = (element: Element): boolean =>
      element.closest('.print-view') !== null || element.querySelector('.print-view') !== null;
    for (const element of seen) {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || element.clientWidth === 0 || !inForm(element)) continue;
      if (element.closest('.print-view') !== null && element.scrollWidth > element.clientWidth + 1)
        tell(`${element.scrollWidth - element.clientWidth} pixels wider than its box`, element);
      const cuts = overflowX !== 'visible' || overflowY !== 'visible';
      if (cuts && element.scrollHeight > element.clientHeight + 1) tell('cut off at its foot', element);
    }
    for (const element of seen)
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') continue;
        const box = boxOf(element);
        const around = box.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (rects.length === 0) tell('not drawn', element);
        if (rects.some(({ left, right }) => left < around.left - 1 || right > around.right + 1))
          tell('beyond its box', box);
        if (rects.some(({ left, right }) => left < -1 || right > root.clientWidth + 1)) tell('beyond the window', box);
      }
    return faults.slice(0, 10);
  });
