/** What has to be so for something to be shown, split into the ways in which it can come about. */
import type { Condition } from '../../model/definition.ts';
import type { Place } from '../../model/schema-model.ts';
import type { Leaf, Placed } from '../ui-model.ts';

/** A condition that has to hold, or not to, where scopes are relative to `base`. */
export interface Demand {
  condition: Condition;
  holds: boolean;
  base: Place;
}

export type Want = Omit<Demand, 'condition'> & { leaf: Leaf };

/** With more ways than these nothing is said about a condition. */
const most = 256;

const product = (lists: readonly Want[][][]): Want[][] =>
  lists.reduce<Want[][]>(
    (all, ways) => (all.length * ways.length > most ? [] : all.flatMap((one) => ways.map((way) => [...one, ...way]))),
    [[]],
  );

const countOf = ({ condition, holds, base }: Demand): number => {
  if (!('conditions' in condition)) return 1;
  const counts = condition.conditions.map((each) => countOf({ condition: each, holds, base }));
  return (condition.type === 'AND') === holds
    ? counts.reduce((all, count) => all * count, 1)
    : counts.reduce((all, count) => all + count, 0);
};

const waysOf = ({ condition, holds, base }: Demand): Want[][] => {
  if (!('conditions' in condition)) return [[{ leaf: condition, holds, base }]];
  const each = condition.conditions.map((part) => waysOf({ condition: part, holds, base }));
  return (condition.type === 'AND') === holds ? product(each) : each.flat();
};

/** Each way is a list of what has to be so at once; none at all: it can never be. `undefined`: too many to look at. */
export const ways = (demands: readonly Demand[]): Want[][] | undefined => {
  const count = demands.reduce((all, demand) => all * countOf(demand), 1);
  return count > most ? undefined : product(demands.map(waysOf));
};

/** What the rule of an element demands for it to be shown. */
export const ownDemands = ({ element: { rule }, base }: Placed): Demand[] =>
  rule?.effect === 'SHOW' || rule?.effect === 'HIDE'
    ? [{ condition: rule.condition, holds: rule.effect === 'SHOW', base }]
    : [];

/** The same with the rules of all that is around it. */
export const demandsOf = (placed: Placed): Demand[] => [
  ...(placed.parent === undefined ? [] : demandsOf(placed.parent)),
  ...ownDemands(placed),
];
