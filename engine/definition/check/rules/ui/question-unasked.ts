import type { Place } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

export const questionUnasked: Rule = {
  id: 'question-unasked',
  severity: 'error',
  about:
    'Every property of schema.json has a control on a page, or is named in options.hidden of ui.json: a required one that nobody asks could never be given.',
  hint: 'Add a control, or name the answer in "options": { "hidden": ["/…"] } at the top of ui.json.',
  wrong: 'a property “metres” and no control for it',
  right: '{ "type": "Control", "scope": "#/properties/metres" }',
  check: ({ answers, pages }) => {
    if (!answers || !pages) return [];
    const asked = new Set(pages.questions.map(({ place }) => place.answers));
    const hidden = (pointer: string): boolean =>
      pages.hidden.some((each) => pointer === each || pointer.startsWith(`${each}/`));
    const isFile = (pointer: string): boolean =>
      pages.elements.some(
        ({ element, place }) =>
          element.options?.format === 'files' && place !== undefined && pointer.startsWith(`${place.answers}/*/`),
      );
    // An object whose fields have controls of their own, such as #/properties/address/properties/city, is asked by these.
    const byFields = ({ schema, answers: pointer }: Place): boolean =>
      schema.type === 'object' && [...asked].some((each) => each.startsWith(`${pointer}/`));
    const gaps = answers
      .all()
      .filter(
        (place) =>
          !place.inBranch &&
          !asked.has(place.answers) &&
          !byFields(place) &&
          !hidden(place.answers) &&
          !isFile(place.answers),
      );
    return gaps
      .filter((place) => !gaps.some((other) => place.answers.startsWith(`${other.answers}/`)))
      .map(({ at, path }) => ({ file: 'schema.json', pointer: at, message: `No page asks for “${path}”.` }));
  },
};
