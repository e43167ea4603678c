import { useMemo } from 'react';
import type { Page } from '../../../engine/index.ts';
import type { FillingState } from '../filling.ts';
import { useFilling, useTools } from '../filling-context.ts';

const SEPARATOR = ' ';

/** The pages that the answers so far show, in order. */
export const shownPages = (pages: readonly Page[], { shown }: Pick<FillingState, 'shown'>): Page[] =>
  pages.filter(({ element }) => shown.shows(element));

/** The same for components; the list is another only when a page appears or goes. */
export const useShownPages = (): Page[] => {
  const { pages } = useTools().filling.form;
  const ids = useFilling((state) =>
    shownPages(pages, state)
      .map(({ id }) => id)
      .join(SEPARATOR),
  );
  return useMemo(() => {
    const shown = new Set(ids.split(SEPARATOR));
    return pages.filter(({ id }) => shown.has(id));
  }, [pages, ids]);
};
