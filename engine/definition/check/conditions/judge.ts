/** Conditions' schemas, compiled: equal ones once for all packages. */
import { leafHolds } from '../../../answers/conditions/condition.ts';
import { assertSchema, formAjv } from '../../../compile/ahead.ts';
import { scopeTarget } from '../../../compile/scope.ts';
import { stableJson, type JsonValue } from '../../../json.ts';
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

/** Whether one condition holds for a value; one that does not compile always does. */
export const holdsFor = (leaf: Leaf, value: JsonValue | undefined): boolean =>
  leafHolds(leaf, scopeTarget(leaf.scope).kind === 'fact', value, (schema) => {
    const made = judged(schema);
    return 'fault' in made || made.fits(value);
  });
