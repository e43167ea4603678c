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
export interface VisibleElement extends Omit<UiElement, 'rule' | 'elements'> {
  elements?: VisibleElement[];
}

export type PageFilter = (element: UiElement, shown: Shown, row?: Pointer) => VisibleElement;

/** One filter for one form: it remembers what it gave, by element and row. `kindOf` tells the kind of the question that a control asks. */
export const createPageFilter = (kindOf: (element: UiElement) => QuestionKind | undefined): PageFilter => {
  const given = new Map<Pointer, WeakMap<UiElement, VisibleElement>>();

  const memory = (row: Pointer): WeakMap<UiElement, VisibleElement> => {
    const known = given.get(row) ?? new WeakMap<UiElement, VisibleElement>();
    given.set(row, known);
    return known;
  };

  const filter = (element: UiElement, shown: Shown, row: Pointer): VisibleElement => {
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
const isEmpty = (element: VisibleElement): boolean => element.elements?.length === 0;

const drawn = (
  { rule: _, elements: _all, ...element }: UiElement,
  elements: VisibleElement[] | undefined,
  kind: QuestionKind | undefined,
  enabled: boolean,
): VisibleElement => ({
  ...element,
  ...(elements && { elements }),
  ...((kind || !enabled) && {
    options: { ...element.options, ...(kind && { kind }), ...(!enabled && { readonly: true }) },
  }),
});

const isSame = (before: VisibleElement, next: VisibleElement): boolean =>
  (before.options?.readonly ?? false) === (next.options?.readonly ?? false) &&
  before.elements?.length === next.elements?.length &&
  (before.elements ?? []).every((child, index) => child === next.elements?.[index]);
