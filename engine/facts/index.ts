import { ageOn } from './age-on.ts';
import { compare } from './compare.ts';
import { countWhere } from './count-where.ts';
import { count } from './count.ts';
import { daysBetween } from './days-between.ts';
import { differ } from './differ.ts';
import type { FactFunction, FactValue } from './fact-function.ts';
import { includes } from './includes.ts';
import { isWeekday } from './is-weekday.ts';
import { lookup } from './lookup.ts';
import { maxYearSum } from './max-year-sum.ts';
import { monthsBetween } from './months-between.ts';
import { shares } from './shares.ts';
import { sum } from './sum.ts';
import { value } from './value.ts';

export type { FactFunction, FactValue };

/** Every function that `checks.json` may call. */
export const factFunctions: readonly FactFunction[] = [
  ageOn,
  compare,
  count,
  countWhere,
  daysBetween,
  differ,
  includes,
  isWeekday,
  lookup,
  maxYearSum,
  monthsBetween,
  shares,
  sum,
  value,
];

const byId = new Map(factFunctions.map((each) => [each.id, each]));

export const factFunction = (id: string): FactFunction | undefined => byId.get(id);
