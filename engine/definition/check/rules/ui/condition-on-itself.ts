import type { Condition } from '../../../model/definition.ts';
import { leavesOf, placeOf, type Leaf } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

/** Whether a condition cannot hold without one of these; another way in, as in OR, is enough. */
const needs = (condition: Condition, own: ReadonlySet<Leaf>): boolean => {
  if (!('conditions' in condition)) return own.has(condition);
  const needed = condition.conditions.map((each) => needs(each, own));
  return condition.type === 'AND' ? needed.includes(true) : needed.length > 0 && !needed.includes(false);
};

export const conditionOnItself: Rule = {
  id: 'condition-on-itself',
  severity: 'error',
  about:
    'A question, group or page is not shown by an answer alone that is given inside it: while it is hidden, nobody could give that answer.',
  hint: 'Let the condition ask about a question outside.',
  wrong: 'the control of “metres” with a rule on "#/properties/metres"',
  right: 'the control of “metres” with a rule on "#/properties/swims"',
  check: ({ pages, answers }) =>
    (pages && answers ? pages.elements : []).flatMap(({ element, base }) => {
      const { rule } = element;
      // What nobody gives here can decide about itself: it is shown when it is held.
      if (!rule || !answers || !pages || element.options?.readonly === true) return [];
      const inside = new Map(
        pages.questions
          .filter(({ control }) => control.element === element || control.around.includes(element))
          .map(({ place }) => [place.answers, place.path]),
      );
      const asks = (leaf: Leaf): string => inside.get(placeOf(leaf.scope, base, answers)?.answers ?? '') ?? '';
      const own = leavesOf(rule.condition).filter((leaf) => asks(leaf) !== '');
      return needs(rule.condition, new Set(own))
        ? own.map((leaf) => ({
            file: 'ui.json',
            pointer: pages.originOf(leaf),
            message: `Whether this is shown depends on “${asks(leaf)}”, which is asked inside it.`,
          }))
        : [];
    }),
};
