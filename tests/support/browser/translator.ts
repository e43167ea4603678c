/** A browser that translates every page as those of Google and Microsoft do: each text becomes elements, for as long as the page is open. */
import type { BrowserContext } from 'playwright-core';

/**
 * To be called before a page is opened. The words stay the same, so that the rest of a test reads as ever; a page that could not be
 * changed any more, or would go on showing old words, breaks.
 */
export const translateEverything = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const textOnly = 'script, style, title, option, textarea, noscript, svg, font';
    const replaced = new WeakSet<Node>();

    const translate = (text: Text): void => {
      const parent = text.parentElement;
      if (!parent || parent.closest(textOnly) || text.data.trim() === '') return;
      // What browsers' translators put around text, deprecated or not.
      const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
      if (outer === undefined || inner === undefined) return;
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
      replaced.add(text);
    };
    const translateIn = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
      texts.forEach(translate);
    };
    const data = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
    Object.defineProperty(Node.prototype, 'nodeValue', {
      ...data,
      set(this: Node, value: string | null) {
        if (replaced.has(this)) throw new Error(`Translated, it stays “${this.nodeValue ?? ''}”, not “${value ?? ''}”`);
        data?.set?.call(this, value);
      },
    });
    new MutationObserver((records) => {
      for (const { addedNodes, target, type } of records) {
        if (type === 'characterData' && target instanceof Text) translate(target);
        for (const node of addedNodes)
          if (node instanceof Text) translate(node);
          else translateIn(node);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
