/** What facts and answers can be, for rules that look at what is compared with what. */
import { factFunction } from '../../facts/index.ts';
import type { JsonValue } from '../../json.ts';
import type { Fact } from '../model/definition.ts';
import type { Place } from '../model/schema-model.ts';
import type { Range } from './conditions/values.ts';

/** A value of a range, and whether a text is a day. `undefined`: nothing is known, or it is no single value. */
export type Known = Range & { day?: true };

const comparisons: readonly string[] = ['before', 'same', 'after'];

/** Functions of facts whose text is a day. */
const givesDay: readonly string[] = ['addTime', 'lastWeekday'];

const rangeOfPlace = ({ schema }: Place): Known | undefined => {
  const { type, format, minimum, maximum } = schema;
  if (type === 'boolean') return { type: 'boolean', only: [true, false] };
  if (type === 'string') return { type: 'text', ...(format === 'date' && { day: true }) };
  if (type !== 'number' && type !== 'integer') return undefined;
  return { type, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
};

/** What a single answer can be; of a choice that a list of the council or an account adds to (`isOpen`) only its type is known. */
export const answerValues = (place: Place, isOpen = false): Known | undefined => {
  const range = rangeOfPlace(place);
  const { enum: codes, const: only } = place.schema;
  const known = only === undefined ? codes : [only];
  return range === undefined || known === undefined || isOpen ? range : { ...range, only: known };
};

/** What is looked up in a table of pairs. */
const lookedUp = (map: JsonValue | undefined): Known | undefined => {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  const only = Object.values(map);
  const isText = only.every((value) => typeof value === 'string');
  const isDay = isText && only.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(value));
  return { type: isText ? 'text' : 'any', only, ...(isDay && { day: true }) };
};

/** What a fact can be, once it can be worked out. `undefined`: nothing is known, or it is a list. */
export const factValues = (fact: Fact): Known | undefined => {
  const called = factFunction(fact.fn);
  if (called === undefined) return undefined;
  if (fact.fn === 'compare') return { type: 'text', only: comparisons };
  if (fact.fn === 'lookup') return lookedUp(fact['map']);
  if (fact.fn === 'count' || fact.fn === 'countWhere') return { type: 'integer', minimum: 0 };
  switch (called.gives) {
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean', only: [true, false] };
    case 'text':
      return { type: 'text', ...(givesDay.includes(fact.fn) && { day: true }) };
    default:
      return undefined;
  }
};
