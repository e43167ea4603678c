/** References of schema.json that go in a circle: a question that has itself for a part could never be drawn. */
import type { Schema } from './definition.ts';
import type { Pointer } from '../../json.ts';
import { localTarget, subschemas } from './schema-model.ts';

const isWithin = (pointer: Pointer, outer: Pointer): boolean => pointer === outer || pointer.startsWith(`${outer}/`);

/** The places of every `$ref` that leads back to where it stands, each looked at once. */
export const circularReferences = (document: Schema): Pointer[] => {
  const references = subschemas(document).flatMap(({ schema: { $ref }, at }) => {
    const target = $ref === undefined ? undefined : localTarget(document, $ref)?.at;
    return target === undefined ? [] : [{ at, target }];
  });
  const targets = [...new Set(references.map(({ target }) => target))];
  const next = new Map(
    targets.map((target): [Pointer, Pointer[]] => [
      target,
      references.filter(({ at }) => isWithin(at, target)).map((reference) => reference.target),
    ]),
  );
  const reach = (from: Pointer): Set<Pointer> => {
    const seen = new Set<Pointer>();
    const waiting = [from];
    for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push(...(next.get(target) ?? []));
    }
    return seen;
  };
  const reached = new Map(targets.map((target) => [target, reach(target)]));
  // A circle is closed by a reference that stands inside something to which its own target leads back.
  return references
    .filter(({ at, target }) => [...(reached.get(target) ?? [])].some((holder) => isWithin(at, holder)))
    .map(({ at }) => at);
};
