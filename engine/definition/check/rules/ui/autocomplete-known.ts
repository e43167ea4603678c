import { didYouMean } from '../../../model/nearest.ts';
import type { Rule } from '../rule.ts';

/** The autofill field names of HTML that a form can ask for. Source: HTML Standard, “Autofill”. */
const fields = (
  'on off name honorific-prefix given-name additional-name family-name honorific-suffix nickname username ' +
  'organization-title organization street-address address-line1 address-line2 address-line3 address-level4 ' +
  'address-level3 address-level2 address-level1 country country-name postal-code language bday bday-day bday-month ' +
  'bday-year sex url photo'
).split(' ');
/** May have “home”, “work” or the like before them. */
const contacts =
  'tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp'.split(
    ' ',
  );

const isKnown = (value: string): boolean => {
  const tokens = value.split(' ');
  if (tokens[0]?.startsWith('section-')) tokens.shift();
  if (tokens[0] === 'shipping' || tokens[0] === 'billing') tokens.shift();
  const [first = '', second, ...more] = tokens;
  if (more.length > 0) return false;
  if (second === undefined) return [...fields, ...contacts].includes(first);
  return ['home', 'work', 'mobile', 'fax', 'pager'].includes(first) && contacts.includes(second);
};

export const autocompleteKnown: Rule = {
  id: 'autocomplete-known',
  severity: 'error',
  about:
    'options.autocomplete is a token of HTML (WCAG 1.3.5), so that browsers and assistive software can fill the answer in.',
  hint: 'Use a token of the HTML standard, such as given-name or postal-code.',
  wrong: '"autocomplete": "surname"',
  right: '"autocomplete": "family-name"',
  check: ({ pages }) =>
    (pages?.elements ?? []).flatMap(({ element: { options } }) =>
      pages === undefined || options?.autocomplete === undefined || isKnown(options.autocomplete)
        ? []
        : [
            {
              file: 'ui.json',
              pointer: `${pages.originOf(options)}/autocomplete`,
              message: `“${options.autocomplete}” is no token of HTML.${didYouMean(options.autocomplete, [...fields, ...contacts])}`,
            },
          ],
    ),
};
