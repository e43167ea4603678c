/** What ui.json asks, and under which conditions: its elements with the answers that they stand for. */
import { scopeTarget } from '../../compile/scope.ts';
import type { Condition, UiElement } from '../model/definition.ts';
import type { Resolved } from '../package/references.ts';
import type { Place, SchemaModel } from '../model/schema-model.ts';
import { toPointer } from '../../json.ts';
import type { Pointer } from '../../json.ts';

export interface Placed {
  element: UiElement;
  /** Where ui.json has it. */
  at: Pointer;
  /** What its scopes are relative to: the whole document, a row or a group. */
  base: Place;
  /** Id of its page. */
  page: string;
  /** The answer, where it is a control whose scope resolves. */
  place?: Place;
  /** The elements around it, outermost first. */
  around: UiElement[];
  /** The innermost of them, as it stands on its page. */
  parent?: Placed;
}

/** A question as people see it: of a control, or of a part that a control asks without saying so. */
export interface UiQuestion {
  place: Place;
  /** Absent for a part that follows from the schema alone. */
  element?: UiElement;
  /** The control that asks it. */
  control: Placed;
}

export interface UiModel {
  elements: Placed[];
  questions: UiQuestion[];
  /** Pointers to answers that no control asks for on purpose. */
  hidden: Pointer[];
  /** Where ui.json has an object of the resolved UI schema. */
  originOf: (object: object) => Pointer;
}

export const pageIdOf = ({ i18n }: UiElement): string => (i18n ?? '').replace(/^page\./, '');

/** The answer that a scope names; a control cannot reach into a branch of oneOf. */
export const placeOf = (scope: string | undefined, base: Place, answers: SchemaModel): Place | undefined => {
  const target = scope === undefined ? undefined : scopeTarget(scope);
  const place = target?.kind === 'answer' ? answers.find(target.pointer, base) : undefined;
  return place?.inBranch === true && !base.inBranch ? undefined : place;
};

export const uiModel = (ui: UiElement, references: Resolved, answers: SchemaModel): UiModel => {
  const originOf = (object: object): Pointer => references.originOf(object) ?? '';
  const elements: Placed[] = [];
  const questions: UiQuestion[] = [];

  const walk = (element: UiElement, base: Place, page: string, parent?: Placed): void => {
    const place = element.type === 'Control' ? placeOf(element.scope, base, answers) : undefined;
    const placed: Placed = {
      element,
      at: originOf(element),
      base,
      page,
      around: parent === undefined ? [] : [...parent.around, parent.element],
      ...(parent === undefined ? {} : { parent }),
      ...(place === undefined ? {} : { place }),
    };
    elements.push(placed);
    if (place !== undefined) {
      questions.push({ place, element, control: placed });
      const detail = element.options?.detail;
      if (detail !== undefined) walk(detail, answers.rowOf(place), page, placed);
      else parts(place, placed);
    }
    for (const child of element.elements ?? []) walk(child, base, page, placed);
  };

  const parts = (place: Place, control: Placed): void => {
    for (const part of answers.childrenOf(place)) {
      // A document's own name and size are not asked; they come with the document.
      if (control.element.options?.format === 'files' && part.schema.type === 'object') continue;
      questions.push({ place: part, control });
      parts(part, control);
    }
  };

  for (const page of ui.elements ?? []) walk(page, answers.root, pageIdOf(page));
  const hidden: unknown = ui.options?.hidden;
  return { elements, questions, hidden: Array.isArray(hidden) ? hidden.map(String) : [], originOf };
};

export type Leaf = Exclude<Condition, { type: 'AND' | 'OR' }>;

/** The conditions that a condition is made of. */
export const leavesOf = (condition: Condition): Leaf[] =>
  'conditions' in condition ? condition.conditions.flatMap(leavesOf) : [condition];

/** The codes among which one chooses; `undefined` where the answer is no choice. */
export const choicesOf = (
  place: Place,
  element: UiElement | undefined,
  answers: SchemaModel,
): { values: string[]; at: Pointer } | undefined => {
  const offered: unknown = element?.options?.choices;
  if (Array.isArray(offered)) return { values: offered.map(String), at: place.at };
  const chosen = place.schema.type === 'array' ? answers.rowOf(place) : place;
  const codes = chosen.schema.enum;
  return codes === undefined ? undefined : { values: codes.map(String), at: `${chosen.at}${toPointer(['enum'])}` };
};
