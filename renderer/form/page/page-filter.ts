/**
 * The open page without what is hidden. JSON Forms gets no rules to judge: the engine has judged them. Branches in
 * which nothing changed keep their identity, so that only what appeared or went is drawn again.
 */
import type { QuestionKind, UiElement } from '../../../engine/index.ts';
import type { Pointer } from '../../../engine/json.ts';

export interface Shown {
  shows: (element: UiElement, row?: Pointer) => boolean;
  enabled: (element: UiElement, row?: Pointer) => boolean;
}

/** An element as it is drawn: without rules, and controls with `options.kind`, by which renderers are found. */
export interface DrawnElement extends Omit<UiElement, 'rule' | 'elements'> {
  elements?: DrawnElement[];
}

export type PageFilter = (element: UiElement, shown: Shown, row?: Pointer) => DrawnElement;

/** One filter for one form: it remembers what it gave, by element and row. `kindOf` tells the kind of the question that a control asks. */
export const createPageFilter = (kindOf: (element: UiElement) => QuestionKind | undefined): PageFilter => {
  const given = new Map<Pointer, WeakMap<UiElement, DrawnElement>>();

  const memory = (row: Pointer): WeakMap<UiElement, DrawnElement> => {
    const known = given.get(row) ?? new WeakMap<UiElement, DrawnElement>();
    given.set(row, known);
    return known;
  };

  const filter = (element: UiElement, shown: Shown, row: Pointer): DrawnElement => {
    const children = element.elements
      ?.filter((child) => shown.shows(child, row))
      .map((child) => filter(child, shown, row))
      .filter((child) => !isEmpty(child));
    const next = drawn(element, children, kindOf(element), shown.enabled(element, row));
    const known = memory(row);
    const before = known.get(element);
    if (before && isSame(before, next)) return before;
    known.set(element, next);
    return next;
  };

  return (element, shown, row = '') => filter(element, shown, row);
};

/** A heading over nothing. */
const isEmpty = (element: DrawnElement): boolean => element.elements?.length === 0;

const drawn = (
  { rule: _, elements: _all, ...element }: UiElement,
  elements: DrawnElement[] | undefined,
  kind: QuestionKind | undefined,
  enabled: boolean,
): DrawnElement => ({
  ...element,
  ...(elements && { elements }),
  ...((kind || !enabled) && {
    options: { ...element.options, ...(kind && { kind }), ...(!enabled && { readonly: true }) },
  }),
});

const isSame = (before: DrawnElement, next: DrawnElement): boolean =>
  (before.options?.readonly ?? false) === (next.options?.readonly ?? false) &&
  before.elements?.length === next.elements?.length &&
  (before.elements ?? []).every((child, index) => child === next.elements?.[index]);
