import type { UiQuestion } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

/** Formats of identifiers that are only one person's. */
const identifiers = ['nhs-number', 'upn', 'uln'];

/** HTML's names for where somebody lives. */
const homes = /(^| )(street-address|address-line\d|postal-code)$/;

/** Says of itself, or of something around it, from whom it is kept; an empty list is nobody. */
const isDeclared = ({ element, control: { element: asking, around } }: UiQuestion): boolean =>
  [element, asking, ...around].some((each) => each?.options?.confidentialFrom !== undefined);

export const confidentialDeclared: Rule = {
  id: 'confidential-declared',
  severity: 'warning',
  about:
    'A form that the council sends may be handed from one person to another. A question about where somebody lives, or for a number that is only theirs, says from whom it is kept, were it from nobody.',
  hint: 'Give the question, or the page or group around it, "confidentialFrom" with the roles and relations from which it is kept; [] says that it is kept from nobody.',
  wrong: '{ "scope": "#/properties/refuge" } for an address',
  right: '{ "scope": "#/properties/refuge", "options": { "confidentialFrom": ["parent", "young-person"] } }',
  check: ({ manifest, pages, answers, councilIdentifiers = [] }) => {
    if (manifest?.kind !== 'task' || !pages || !answers) return [];
    const filled = new Map(manifest.prefill.map(({ to, from }) => [to, from]));
    const why = ({ place, element }: UiQuestion): string | undefined => {
      const { format } = place.schema;
      const from = filled.get(place.answers) ?? '';
      if ((format !== undefined && identifiers.includes(format)) || councilIdentifiers.includes(from))
        return 'a number that is only one person’s';
      const parts = answers.childrenOf(place).map(({ schema }) => schema.format);
      const home = format === 'uk-postcode' || parts.includes('uk-postcode');
      if (home || homes.test(element?.options?.autocomplete ?? '')) return 'where somebody lives';
      return from.endsWith('.address') ? 'an address that the council holds' : undefined;
    };
    const open = pages.questions.filter((question) => !isDeclared(question) && why(question) !== undefined);
    const within = (inner: UiQuestion, outer: UiQuestion): boolean =>
      inner.place.answers.startsWith(`${outer.place.answers}/`);
    return open
      .filter((question) => !open.some((other) => within(question, other)))
      .map((question) => ({
        file: 'ui.json',
        pointer: question.element === undefined ? question.control.at : pages.originOf(question.element),
        message: `“${question.place.path}” asks for ${why(question) ?? ''} and does not say from whom it is kept.`,
      }));
  },
};
