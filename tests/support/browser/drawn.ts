/** Which questions React draws again, seen through the hook that its developer tools use; it works in the built pages too. */
import type { Page } from 'playwright-core';

/** To be called before the page is opened. */
export const watchDrawing = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    interface Fiber {
      type: unknown;
      flags: number;
      child: Fiber | null;
      sibling: Fiber | null;
      alternate: Fiber | null;
      stateNode: unknown;
    }
    const performedWork = 1;
    const drawn: string[] = [];
    const firstElement = (fiber: Fiber | null): Element | undefined => {
      let inner = fiber;
      while (inner && !(inner.stateNode instanceof Element)) inner = inner.child;
      return inner?.stateNode instanceof Element ? inner.stateNode : undefined;
    };
    const visit = (fiber: Fiber): void => {
      const before = fiber.alternate;
      if (before && typeof fiber.type !== 'string' && fiber.flags & performedWork) {
        const element = firstElement(fiber);
        if (element)
          drawn.push(element.closest('.field')?.querySelector('.field-label')?.textContent ?? element.tagName);
      }
      if (before && before.child === fiber.child) return;
      for (let child = fiber.child; child; child = child.sibling) visit(child);
    };
    Object.assign(window, {
      drawn,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => visit(root.current),
      },
    });
  });

/** Labels of the questions of which anything was drawn again since the last call; what is in no question is named by its tag. */
export const drawnSince = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const drawn: unknown = Reflect.get(window, 'drawn');
    return Array.isArray(drawn) ? [...new Set(drawn.splice(0).map(String))] : [];
  });
