import { fromPointer, toPointer, type Pointer } from '../json.ts';

/** What a scope names: an answer, relative to the form, row or group it stands in, or a fact. */
export type ScopeTarget = { kind: 'answer'; pointer: Pointer } | { kind: 'fact'; name: string };

/** `#/properties/a/properties/b` → `/a/b`; `#/$facts/age` → `age`; `#` → everything. Any other scope is an author's mistake and throws. */
export const scopeTarget = (scope: string): ScopeTarget => {
  const before = known.get(scope);
  if (before !== undefined) return before;
  const target = read(scope);
  if (known.size >= mostKnown) known.clear();
  known.set(scope, target);
  return target;
};

/** Scopes are asked for with every answer that changes and are few: each is read once. */
const known = new Map<string, ScopeTarget>();
const mostKnown = 20_000;

const read = (scope: string): ScopeTarget => {
  if (!scope.startsWith('#')) throw new Error(`Not a scope: ${scope}`);
  const segments = fromPointer(scope.slice(1));
  const [first, name] = segments;
  if (first === '$facts' && name !== undefined && segments.length === 2) return { kind: 'fact', name };
  const proper =
    segments.length % 2 === 0 && segments.every((segment, index) => index % 2 === 1 || segment === 'properties');
  if (!proper) throw new Error(`Not a scope: ${scope}`);
  return { kind: 'answer', pointer: toPointer(segments.filter((_, index) => index % 2 === 1)) };
};

/** The pointer of the answer that a control asks for, relative to its form, row or group. */
export const controlPointer = (scope: string | undefined): Pointer => {
  const target = scopeTarget(scope ?? '');
  if (target.kind === 'fact') throw new Error(`A control cannot ask for a fact: ${scope ?? ''}`);
  return target.pointer;
};
