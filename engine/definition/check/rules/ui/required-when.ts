import { demandsOf } from '../../conditions/demand.ts';
import { shownIn } from '../../conditions/shown.ts';
import type { Rule } from '../rule.ts';

export const requiredWhenPossible: Rule = {
  id: 'required-when-possible',
  severity: 'error',
  about:
    '“requiredWhen” can hold while the question is shown: what is hidden is never required, so that otherwise the question would always be optional.',
  hint: 'Correct the condition, or take requiredWhen out.',
  wrong: 'shown when “swims” is true, and "requiredWhen": swims is false',
  right: 'shown when “swims” is true, and "requiredWhen": site is "north"',
  check: (context) => {
    const shown = shownIn(context);
    return (shown ? (context.pages?.elements ?? []) : []).flatMap((placed) => {
      const { element, base, place } = placed;
      const condition = element.options?.requiredWhen;
      if (condition === undefined || !shown) return [];
      const needed = demandsOf(placed);
      if (shown.possible([...needed, { condition, holds: true, base }], shown.isAnswered)) return [];
      const why = shown.possible(needed, shown.isAnswered)
        ? 'the condition cannot hold while the question is shown'
        : 'the question is never shown';
      return [
        {
          file: 'ui.json',
          pointer: context.pages?.originOf(condition) ?? '',
          message: `“${place?.path ?? ''}” is never required: ${why}.`,
        },
      ];
    });
  },
};
