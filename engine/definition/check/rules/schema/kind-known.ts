import { kindOf } from '../../../../compile/kind.ts';
import type { Rule } from '../rule.ts';

const hasKind = (...given: Parameters<typeof kindOf>): boolean => {
  try {
    kindOf(...given);
    return true;
  } catch {
    return false;
  }
};

export const kindKnown: Rule = {
  id: 'kind-known',
  severity: 'error',
  about:
    'Every question is of a kind that the service can ask: a text, a number, a date, a choice, a table and so on; it follows from type and options.',
  hint: 'Give the schema a type; a list needs items that are choices or rows.',
  wrong: '{ "type": "array", "items": { "type": "number" } }',
  right: '{ "type": "array", "items": { "type": "string", "enum": ["one", "two"] } }',
  check: ({ answers, pages }) =>
    (answers && pages ? pages.questions : []).flatMap(({ place, element }) => {
      // A broken reference is told by itself.
      if (
        place.schema.type === undefined &&
        place.schema.oneOf === undefined &&
        place.schema.anyOf === undefined &&
        Object.keys(place.schema).length === 0
      )
        return [];
      const row = answers?.rowOf(place);
      const items = row === place ? undefined : row?.schema;
      return hasKind(place.schema, items, element?.options)
        ? []
        : [{ file: 'schema.json', pointer: place.at, message: 'There is no kind of question for this.' }];
    }),
};
