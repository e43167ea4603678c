/** A task that is filled in as an example says, from a case that knows what the example has from the council. */
import type { CompiledForm } from '../../engine/index.ts';
import { isObject, valueAt, type JsonObject, type JsonValue } from '../../engine/json.ts';
import { field } from './read.ts';

/** What the council's record must hold so that a task is filled in from it as in the example; of rows only the columns it has. */
export const recordFor = ({ definition }: CompiledForm, answers: JsonObject, fields: readonly unknown[]): JsonObject =>
  Object.fromEntries(
    definition.manifest.prefill.flatMap(({ to, from }): [string, JsonValue][] => {
      const value = valueAt(answers, to);
      const known = fields.find((each) => field(each, 'name') === from);
      if (value === undefined || known === undefined) return [];
      const columns: unknown = field(known, 'columns');
      const names = Array.from(Array.isArray(columns) ? columns : [], (each: unknown) => field(each, 'name'));
      const row = (each: JsonValue): JsonValue =>
        Object.fromEntries(Object.entries(isObject(each) ? each : {}).filter(([key]) => names.includes(key)));
      return [[from, Array.isArray(value) ? value.map(row) : value]];
    }),
  );

/** The example's answers with what the council filled in, place by place. */
export const filledIn = (example: JsonValue | undefined, begun: JsonValue): JsonValue => {
  if (Array.isArray(begun) && Array.isArray(example))
    return example.map((row, index) => filledIn(row, begun[index] ?? row));
  if (!isObject(begun) || !isObject(example)) return begun;
  const members = Object.entries(begun).map(([key, value]): [string, JsonValue] => [
    key,
    filledIn(example[key], value),
  ]);
  return { ...example, ...Object.fromEntries(members) };
};
