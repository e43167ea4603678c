/** Conditions' schemas, compiled: equal ones once for all packages. */
import { assertSchema, formAjv } from '../../../compile/ahead.ts';
import { sameJson, stableJson, type JsonValue } from '../../../json.ts';
import type { Schema } from '../../model/definition.ts';
import type { Leaf } from '../ui-model.ts';

type Judged = { fits: (value: unknown) => boolean } | { fault: string };

const ajv = formAjv();
const known = new Map<string, Judged>();

const judged = (schema: Schema): Judged => {
  const key = stableJson(schema);
  const before = known.get(key);
  if (before !== undefined) return before;
  let made: Judged;
  try {
    assertSchema(schema);
    const validate = ajv.compile(schema);
    made = { fits: (value) => validate(value) };
  } catch (error) {
    made = { fault: error instanceof Error ? error.message : String(error) };
  }
  known.set(key, made);
  return made;
};

/** What keeps a condition's schema from compiling, in Ajv's words. */
export const faultOf = (schema: Schema): string | undefined => {
  const made = judged(schema);
  return 'fault' in made ? made.fault : undefined;
};

/** Whether one condition holds for a value, as `engine/answers/conditions` would say; one that does not compile always does. */
export const holdsFor = (leaf: Leaf, value: JsonValue | undefined): boolean => {
  if (value === undefined && leaf.scope.startsWith('#/$facts/')) return false;
  if ('expectedValue' in leaf) return value !== undefined && sameJson(value, leaf.expectedValue);
  if (value === undefined && leaf.failWhenUndefined === true) return false;
  const made = judged(leaf.schema);
  return 'fault' in made || made.fits(value);
};
