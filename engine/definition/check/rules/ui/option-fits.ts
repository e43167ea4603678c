import { kindOf } from '../../../../compile/kind.ts';
import type { QuestionKind } from '../../../../compile/form.ts';
import type { UiOptions } from '../../../model/definition.ts';
import { toPointer } from '../../../../json.ts';
import type { Rule } from '../rule.ts';

const choosing: readonly QuestionKind[] = ['choice', 'choices', 'yesNo', 'oneOf'];

/** By value of options.format, the kinds of question that it goes with. */
const formats: Readonly<Record<NonNullable<UiOptions['format']>, readonly QuestionKind[]>> = {
  radio: choosing,
  select: choosing,
  tick: ['tick'],
  money: ['money'],
  files: ['files'],
  'fixed-table': ['fixedTable'],
  group: ['group'],
};

/** By option, the kinds of question that heed it. */
const heeded: Readonly<Partial<Record<keyof UiOptions, readonly QuestionKind[]>>> = {
  multi: ['text', 'longText'],
  totals: ['table', 'fixedTable'],
  suggest: ['text'],
  choicesFrom: ['choice'],
  detail: ['table', 'files', 'group', 'fixedTable'],
};

export const optionFits: Rule = {
  id: 'option-fits',
  severity: 'error',
  about: 'An option goes with the kind of question; on another kind it would be ignored in silence.',
  hint: 'Take the option out, or give the answer the type that it goes with.',
  wrong: '"options": { "format": "money" } for a text',
  right: '"options": { "format": "money" } for a number',
  check: ({ pages, answers }) =>
    (pages && answers ? pages.questions : []).flatMap(({ place, element }) => {
      const options = element?.options;
      if (!options || !answers || !pages) return [];
      const row = answers.rowOf(place);
      let kind: QuestionKind;
      try {
        kind = kindOf(place.schema, row === place ? undefined : row.schema, options);
      } catch {
        return [];
      }
      const told = (option: string) => ({
        file: 'ui.json',
        pointer: `${pages.originOf(options)}${toPointer([option])}`,
        message: `“${option}” does nothing for a question of kind ${kind}.`,
      });
      const { format } = options;
      return [
        ...(format === undefined || formats[format].includes(kind) ? [] : [told('format')]),
        ...Object.keys(heeded)
          .filter((option) => options[option] !== undefined && heeded[option]?.includes(kind) === false)
          .map(told),
        ...(options.lockedWhenPrefilled === true && !place.answers.includes('/*/')
          ? [
              {
                ...told('lockedWhenPrefilled'),
                message: `“lockedWhenPrefilled” is for the columns of a table; for other answers form.json says what is locked.`,
              },
            ]
          : []),
        ...(options.requiredWhen !== undefined && place.required
          ? [
              {
                ...told('requiredWhen'),
                message: `“requiredWhen” does nothing where schema.json requires the answer anyway.`,
              },
            ]
          : []),
      ];
    }),
};
