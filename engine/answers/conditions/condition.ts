import type { Validators } from '../../compile/form.ts';
import { conditionKey } from '../../compile/keys.ts';
import { scopeTarget, type ScopeTarget } from '../../compile/scope.ts';
import type { Condition, Schema } from '../../definition/model/definition.ts';
import { sameJson, valueAt, type JsonObject, type JsonValue } from '../../json.ts';
import type { Facts } from '../facts.ts';

/** What a condition is asked about: the form's answers, or those of one row or group. */
export interface Scene {
  root: JsonObject;
  fact: Facts;
  validators: Validators;
  /** What conditions over the form's own facts gave: these are the same in every row. */
  known?: Map<Condition, boolean>;
  /** Facts of a row's own, by name, for which `known` says nothing. */
  own?: Readonly<Record<string, unknown>>;
}

/**
 * Whether a condition holds, as JSON Forms would say: a schema judges a missing answer too, unless `failWhenUndefined`. Over a fact that
 * cannot be worked out every condition is false. Throws when the validators belong to another version of the form.
 */
export const holds = (condition: Condition, scene: Scene): boolean => {
  if ('conditions' in condition) {
    const each = (inner: Condition): boolean => holds(inner, scene);
    return condition.type === 'AND' ? condition.conditions.every(each) : condition.conditions.some(each);
  }
  const target = scopeTarget(condition.scope);
  const shared = target.kind === 'fact' && !Object.hasOwn(scene.own ?? {}, target.name) ? scene.known : undefined;
  const before = shared?.get(condition);
  if (before !== undefined) return before;
  const found = judge(condition, target, scene);
  shared?.set(condition, found);
  return found;
};

type Leaf = Exclude<Condition, { conditions: Condition[] }>;

/** Whether a condition that is not made of others holds for what it asks about. `fits`: whether a schema lets that through. */
export const leafHolds = (
  leaf: Leaf,
  isFact: boolean,
  value: JsonValue | undefined,
  fits: (schema: Schema) => boolean,
): boolean => {
  if (value === undefined && isFact) return false;
  if ('expectedValue' in leaf) return value !== undefined && sameJson(value, leaf.expectedValue);
  if (value === undefined && leaf.failWhenUndefined === true) return false;
  return fits(leaf.schema);
};

const judge = (leaf: Leaf, target: ScopeTarget, scene: Scene): boolean => {
  const value = target.kind === 'fact' ? scene.fact(target.name) : valueAt(scene.root, target.pointer);
  return leafHolds(leaf, target.kind === 'fact', value, (schema) => {
    const validate = scene.validators(conditionKey(schema));
    if (validate === undefined) throw new Error(`No validator was compiled for the condition at ${leaf.scope}`);
    return validate(value).length === 0;
  });
};
