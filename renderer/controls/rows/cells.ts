import { useMemo } from 'react';
import type { Question, UiElement } from '../../../engine/index.ts';
import type { Pointer } from '../../../engine/json.ts';
import { useFilling, useTools } from '../../form/filling-context.ts';
import type { VisibleElement } from '../../form/page/page-filter.ts';

const controlsIn = (element: VisibleElement): VisibleElement[] =>
  element.type === 'Control' ? [element] : (element.elements ?? []).flatMap(controlsIn);

/** The last part of a pointer or scope: the name of an answer in its row. */
export const lastOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1);

/** The controls that are shown in one row, by name; headings and layouts between them have no place in a table. */
export const useCells = (detail: UiElement | undefined, row: Pointer): ReadonlyMap<string, VisibleElement> => {
  const { filling } = useTools();
  const props = useFilling(({ shown }) => detail && filling.filter(detail, shown, row));
  return useMemo(
    () => new Map((props ? controlsIn(props) : []).map((cell) => [lastOf(cell.scope ?? ''), cell])),
    [props],
  );
};

/** Those columns of which at least one of the rows shows a cell. */
export const useShownColumns = (
  columns: readonly Question[],
  rows: readonly { detail: UiElement | undefined; pointer: Pointer }[],
): Question[] => {
  const { filling } = useTools();
  const names = useFilling(({ shown }) => {
    const found = new Set<string>();
    for (const { detail, pointer } of rows) {
      if (!detail) continue;
      for (const { scope = '' } of controlsIn(filling.filter(detail, shown, pointer))) found.add(lastOf(scope));
    }
    return [...found].sort().join(' ');
  });
  const shown = new Set(names.split(' '));
  return rows.length === 0 ? [...columns] : columns.filter(({ pointer }) => shown.has(lastOf(pointer)));
};
