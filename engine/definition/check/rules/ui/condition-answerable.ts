import { writtenLeaves } from '../../conditions/leaves.ts';
import { shownIn } from '../../conditions/shown.ts';
import { placeOf } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

export const conditionAnswerable: Rule = {
  id: 'condition-answerable',
  severity: 'warning',
  about:
    'A condition asks about an answer that somebody gives: a question on a page, or what “prefill”, a sender or a chosen suggestion fills in. Of an answer that nobody gives it says the same for ever.',
  hint: 'Ask the question on a page, fill the answer in by “prefill” of form.json, or let the condition ask about something else.',
  wrong: 'a rule on "#/properties/reference", which stands in options.hidden and is not filled in',
  right: 'a rule on "#/properties/site", which a page asks for',
  check: (context) => {
    const { answers } = context;
    const shown = shownIn(context);
    if (!answers || !shown) return [];
    return writtenLeaves(context).flatMap(({ leaf, base, file, pointer, element }) => {
      // What is only shown and held can depend on itself.
      if (element?.options?.readonly === true && leaf.scope === element.scope) return [];
      const place = placeOf(leaf.scope, base, answers);
      return place !== undefined && shown.isOutOfReach(place)
        ? [
            {
              file,
              pointer,
              message: `Nobody can ever answer “${place.path}”: no page asks for it, and nothing fills it in.`,
            },
          ]
        : [];
    });
  },
};
