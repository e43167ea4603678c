import { addTime } from './add-time.ts';
import { ageInWords } from './age-in-words.ts';
import { ageOn } from './age-on.ts';
import { compare } from './compare.ts';
import { countWhere } from './count-where.ts';
import { count } from './count.ts';
import { daysBetween } from './days-between.ts';
import { differ } from './differ.ts';
import type { FactFunction, FactValue } from './fact-function.ts';
import { hoursBetween } from './hours-between.ts';
import { includes } from './includes.ts';
import { isWeekday } from './is-weekday.ts';
import { lastWeekday } from './last-weekday.ts';
import { lookup } from './lookup.ts';
import { maxYearSum } from './max-year-sum.ts';
import { mentions } from './mentions.ts';
import { missingIn } from './missing-in.ts';
import { monthsBetween } from './months-between.ts';
import { nameAmong } from './name-among.ts';
import { shares } from './shares.ts';
import { sum } from './sum.ts';
import { value } from './value.ts';

export type { FactFunction, FactValue };

/** Every function that `checks.json` may call. */
export const factFunctions: readonly FactFunction[] = [
  addTime,
  ageInWords,
  ageOn,
  compare,
  count,
  countWhere,
  daysBetween,
  differ,
  hoursBetween,
  includes,
  isWeekday,
  lastWeekday,
  lookup,
  maxYearSum,
  mentions,
  missingIn,
  monthsBetween,
  nameAmong,
  shares,
  sum,
  value,
];

const byId = new Map(factFunctions.map((each) => [each.id, each]));

export const factFunction = (id: string): FactFunction | undefined => byId.get(id);
