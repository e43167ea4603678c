/** Bodies that somebody might send to keep everybody else waiting, and the largest answers that are kept. */
import type { CompiledForm } from '../engine/index.ts';
import type { JsonObject, JsonValue } from '../engine/json.ts';
import { filledTo } from '../tests/support/filled.ts';

/** Just below the megabyte that a request may have. */
const BODY = 900_000;
/** Just below the two megabytes that a draft may have. */
const DRAFT = 1_900_000;

const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);

const firstOf = (form: CompiledForm, kind: string): string => {
  const question = form.questions.find((each) => each.kind === kind);
  if (question === undefined) throw new Error(`The form has no question of the kind ${kind}`);
  return question.pointer.slice(1);
};

/** Each is refused when it is saved. */
export const refusedBodies = (form: CompiledForm): [name: string, set: JsonObject][] => {
  const [table, text] = [firstOf(form, 'table'), firstOf(form, 'longText')];
  const row = { firstName: 'Ada', lastName: 'Byron' };
  return [
    ['23,000 rows', { [table]: Array.from({ length: 23_000 }, () => row) }],
    ['300,000 empty rows', { [table]: Array.from({ length: 300_000 }, () => ({})) }],
    ['50,000 numbers where rows belong', { [table]: Array.from({ length: 50_000 }, (_, index) => index) }],
    ['A text of 900 kB', { [text]: 'word '.repeat(BODY / 5) }],
    ['30 lists in one another', { [table]: nested(30) }],
    [
      '60,000 names in one answer',
      { [table]: [Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`n${n}`, n]))] },
    ],
    [
      '20,000 objects of one of several kinds',
      { unknown: Array.from({ length: 20_000 }, (_, n) => ({ kind: n % 2 === 0 ? 'dog' : 'cat', name: 'Rex' })) },
    ],
  ];
};

/** As much as a draft keeps, in requests: every table with rows that are wrong in every cell, and long texts for the rest. */
export const largestKept = (form: CompiledForm): JsonObject[] => {
  const rows = filledTo(form, 22, 'wrong');
  const texts = form.questions.flatMap(({ kind, pointer, schema }): [string, JsonValue][] =>
    kind === 'longText' ? [[pointer.slice(1), 'Words on a line.\n'.repeat((2 * (schema.maxLength ?? 1000)) / 17)]] : [],
  );
  const requests: JsonObject[] = [{}];
  let [whole, here] = [0, 0];
  for (const [key, value] of [...Object.entries(rows), ...texts]) {
    const size = JSON.stringify(value).length + key.length;
    if (whole + size > DRAFT) break;
    if (here + size > BODY) {
      requests.push({});
      here = 0;
    }
    Object.assign(requests.at(-1) ?? {}, { [key]: value });
    whole += size;
    here += size;
  }
  return requests;
};
