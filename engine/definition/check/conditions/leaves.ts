/** The conditions of a form, in pages and checks, with what their scopes are relative to. */
import { conditionsOf } from '../../../compile/conditions.ts';
import type { Pointer } from '../../../json.ts';
import type { Check, Fact, UiElement } from '../../model/definition.ts';
import type { Place } from '../../model/schema-model.ts';
import type { CheckContext } from '../rules/rule.ts';
import { leavesOf, type Leaf } from '../ui-model.ts';

/** Every check with the whole form, or the row that it goes through; without those whose table is not there. */
export const checksWithBase = ({ checks, answers }: CheckContext): { check: Check; base: Place }[] =>
  (checks?.checks ?? []).flatMap((check) => {
    const table = check.each === undefined ? answers?.root : answers?.find(check.each);
    return answers && table ? [{ check, base: answers.rowOf(table) }] : [];
  });

/** A condition that is not made of others, and where it is written. */
export interface WrittenLeaf {
  leaf: Leaf;
  base: Place;
  file: string;
  pointer: Pointer;
  /** The facts that it can name; absent while checks.json cannot be read. */
  facts: Readonly<Record<string, Fact>> | undefined;
  /** Whose condition it is; absent in a check. */
  element?: UiElement;
}

export const writtenLeaves = (context: CheckContext): WrittenLeaf[] => {
  const { pages, checks, checksReferences } = context;
  const inPages = (pages?.elements ?? []).flatMap(({ element, base }) =>
    conditionsOf(element)
      .flatMap(leavesOf)
      .map((leaf) => {
        const pointer = pages?.originOf(leaf) ?? '';
        return { leaf, base, file: 'ui.json', pointer, facts: checks?.facts, element };
      }),
  );
  const inChecks = checksWithBase(context).flatMap(({ check, base }) => {
    const facts = { ...checks?.facts, ...check.facts };
    return leavesOf(check.when).map((leaf) => {
      const pointer = checksReferences?.originOf(leaf) ?? '';
      return { leaf, base, file: 'checks.json', pointer, facts };
    });
  });
  return [...inPages, ...inChecks];
};
