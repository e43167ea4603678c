/**
 * The open page without what is hidden. JSON Forms gets no rules to judge: the engine has judged them. Branches in
 * which nothing changed keep their identity, so that only what appeared or went is drawn anew.
 */
import type { UiElement } from '../../engine/index.ts';
import type { Pointer } from '../../engine/json.ts';

export interface Shown {
  shows: (element: UiElement, row?: Pointer) => boolean;
  enabled: (element: UiElement, row?: Pointer) => boolean;
}

export type PageFilter = (element: UiElement, shown: Shown, row?: Pointer) => UiElement;

/** One filter for one form: it remembers what it gave, by element and row. */
export const createPageFilter = (): PageFilter => {
  const given = new Map<Pointer, WeakMap<UiElement, UiElement>>();

  const memory = (row: Pointer): WeakMap<UiElement, UiElement> => {
    const known = given.get(row) ?? new WeakMap<UiElement, UiElement>();
    given.set(row, known);
    return known;
  };

  const filter = (element: UiElement, shown: Shown, row: Pointer): UiElement => {
    const children = element.elements
      ?.filter((child) => shown.shows(child, row))
      .map((child) => filter(child, shown, row))
      .filter((child) => !isHollow(child));
    const next = drawn(element, children, shown.enabled(element, row));
    const known = memory(row);
    const before = known.get(element);
    if (before && isSame(before, next)) return before;
    known.set(element, next);
    return next;
  };

  return (element, shown, row = '') => filter(element, shown, row);
};

/** A heading over nothing. */
const isHollow = (element: UiElement): boolean => element.elements?.length === 0;

const drawn = (element: UiElement, elements: UiElement[] | undefined, enabled: boolean): UiElement => {
  const { rule: _, ...rest } = element;
  return {
    ...rest,
    ...(elements && { elements }),
    ...(!enabled && { options: { ...element.options, readonly: true } }),
  };
};

const isSame = (before: UiElement, next: UiElement): boolean =>
  (before.options?.readonly ?? false) === (next.options?.readonly ?? false) &&
  before.elements?.length === next.elements?.length &&
  (before.elements ?? []).every((child, index) => child === next.elements?.[index]);
