import { kindOf } from '../../../../compile/kind.ts';
import { stableJson } from '../../../../json.ts';
import type { Place, SchemaModel } from '../../../model/schema-model.ts';
import type { UiQuestion } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

/** Objects of the same columns, as the rows of a table are. */
const hasRows = (place: Place, answers: SchemaModel): boolean => {
  const parts = answers.childrenOf(place);
  const columns = parts.map((part) =>
    stableJson(
      answers.childrenOf(part).map(({ answers: at, schema }) => [at.slice(part.answers.length), schema.type ?? '']),
    ),
  );
  return (
    parts.length > 1 &&
    parts.every(({ schema }) => schema.type === 'object') &&
    new Set(columns).size === 1 &&
    columns[0] !== '[]'
  );
};

const isGroup = ({ place, element }: UiQuestion): boolean => {
  try {
    return kindOf(place.schema, undefined, element?.options) === 'group';
  } catch {
    return false;
  }
};

export const fixedTableMeant: Rule = {
  id: 'fixed-table-meant',
  severity: 'warning',
  about:
    'An object whose properties are all objects of the same fields is a table whose rows have names, and is asked as one only with "format": "fixed-table"; without it people see one group of questions after another.',
  hint: 'Add "options": { "format": "fixed-table" } to the control, or "format": "group" if groups are meant.',
  wrong: '{ "type": "Control", "scope": "#/properties/papers" }',
  right: '{ "type": "Control", "scope": "#/properties/papers", "options": { "format": "fixed-table" } }',
  check: ({ pages, answers }) =>
    (pages && answers ? pages.questions : []).flatMap((question) => {
      const { place, element, control } = question;
      const meant = element?.options?.format !== undefined || element?.options?.detail !== undefined;
      if (!answers || meant || place.schema.type !== 'object' || !isGroup(question) || !hasRows(place, answers))
        return [];
      return [
        {
          file: 'ui.json',
          pointer: control.at,
          message: `The ${answers.childrenOf(place).length} parts of “${place.path}” have the same fields, and are asked one by one instead of in a table.`,
        },
      ];
    }),
};
