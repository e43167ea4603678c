/** How each kind of question is written: what schema.json says and, where that is not enough, the options of its control. */
import type { JsonObject } from '../../../engine/json.ts';
import type { QuestionKind } from '../../../engine/index.ts';

export interface KindWritten {
  about: string;
  /** The answer's schema. */
  schema: JsonObject;
  /** The control's options, where the schema alone does not say it. */
  options?: JsonObject;
}

const file: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    bytes: { type: 'integer' },
    mediaType: { type: 'string' },
  },
};

const row = (properties: JsonObject): JsonObject => ({ type: 'object', additionalProperties: false, properties });

export const questionKinds: Readonly<Record<QuestionKind, KindWritten>> = {
  text: { about: 'A line of text.', schema: { type: 'string', maxLength: 80 } },
  longText: {
    about: 'Text that grows while it is written; `"multi": true` asks for one at any length.',
    schema: { type: 'string', maxLength: 2000 },
  },
  date: { about: 'Day, month and year.', schema: { type: 'string', format: 'date' } },
  number: { about: 'A number; `integer` for whole ones.', schema: { type: 'integer', minimum: 0 } },
  money: {
    about: 'Pounds and pence.',
    schema: { type: 'number', minimum: 0, multipleOf: 0.01 },
    options: { format: 'money' },
  },
  yesNo: { about: 'Yes or no.', schema: { type: 'boolean' } },
  tick: {
    about: 'One box to tick. `"const": true` beside it: it must be ticked.',
    schema: { type: 'boolean' },
    options: { format: 'tick' },
  },
  choice: {
    about:
      'One of several: up to 8 one below the other, more as a list to search in; `"format": "radio"` or `"select"` decides.',
    schema: { type: 'string', enum: ['bus', 'train'] },
  },
  choices: {
    about: 'Any of several.',
    schema: { type: 'array', uniqueItems: true, maxItems: 2, items: { type: 'string', enum: ['bus', 'train'] } },
  },
  group: {
    about: 'Answers that belong together, such as an address; `detail` lays them out.',
    schema: row({ street: { type: 'string' }, postcode: { type: 'string', format: 'uk-postcode' } }),
  },
  table: {
    about: 'As many rows as the person adds; `detail` lays a row out.',
    schema: { type: 'array', maxItems: 10, items: row({ name: { type: 'string' } }) },
  },
  fixedTable: {
    about: 'Rows that the form names, with the same columns each.',
    schema: row({
      first: row({ date: { type: 'string', format: 'date' } }),
      second: row({ date: { type: 'string', format: 'date' } }),
    }),
    options: { format: 'fixed-table' },
  },
  files: {
    about: 'Documents; `attachments` in form.json gives the limits.',
    schema: {
      type: 'array',
      maxItems: 5,
      items: row({ file, kind: { type: 'string', enum: ['letter'] }, title: { type: 'string' } }),
    },
    options: { format: 'files' },
  },
  oneOf: {
    about: 'One of several kinds of answer, each with questions of its own.',
    schema: {
      oneOf: [
        { title: 'Cat', ...row({ indoors: { type: 'boolean' } }) },
        { title: 'Dog', ...row({ breed: { type: 'string' } }) },
      ],
    },
  },
};
