import type { Schema } from '../definition/model/definition.ts';
import { months, weekdays, type ArgumentKind } from './fact-function.ts';

const monthDay: Schema = { type: 'string', pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
const date: Schema = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
const reference: Schema = {
  type: 'string',
  pattern: '^(/[A-Za-z0-9_*]+)+$|^\\$[A-Za-z][A-Za-z0-9_]*$|^context:[A-Za-z][A-Za-z0-9_.-]*$',
};

/** What an argument of each kind may look like in `checks.json`, as JSON Schemas for the author's check. */
export const argumentSchemas: Readonly<Record<ArgumentKind, Schema>> = {
  value: { anyOf: [reference, { type: 'number' }, { type: 'boolean' }] },
  day: {
    anyOf: [
      reference,
      { const: 'today' },
      date,
      { type: 'number' },
      {
        type: 'object',
        properties: { lastBefore: monthDay, day: { anyOf: [reference, date] } },
        required: ['lastBefore'],
        additionalProperties: false,
      },
    ],
  },
  constant: {},
  map: { type: 'object' },
  monthDay,
  weekday: { enum: [...weekdays] },
  month: { enum: [...months] },
  words: {
    anyOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
    ],
  },
  column: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_]*$' },
};

/** The same for authors, in words. */
export const argumentWords: Readonly<Record<ArgumentKind, string>> = {
  value:
    'a pointer to an answer (`/dateOfBirth`, `/contacts/*/phone` for a column), another fact (`$age`), a known value (`context:user.professional`), a number, true or false',
  day: 'the same, or `today`, a date such as `2026-09-01`, or `{"lastBefore": "MM-DD"}`: the last such day before today, or before the `day` named beside it',
  constant: 'any value, as it is',
  map: 'an object: value and result',
  monthDay: 'a day of any year, `MM-DD`',
  weekday: 'a weekday in English',
  month: 'a month in English',
  words: 'a word or phrase, or a list of them',
  column: 'the name of a column',
};
