import type { Condition, UiElement } from '../definition/model/definition.ts';

/** Every condition that an element has: of its rule, and that under which its question is required. */
export const conditionsOf = ({ rule, options }: UiElement): Condition[] => [
  ...(rule ? [rule.condition] : []),
  ...(options?.requiredWhen ? [options.requiredWhen] : []),
];
