/** Reads a JSON body, and refuses one that would strain whatever walks over it: as soon as that shows, most of it before it is parsed. */
import { problem } from '../../core/errors.ts';

/** How deeply a JSON value may be nested. Answers need six or seven levels; more would only strain what walks over them later. */
const mostDepth = 32;
/** Values in one body, at all depths. A form filled in by hand has a few thousand. */
const mostValues = 50_000;

const tooMany = () =>
  problem('too-large', { detail: 'What was sent holds more values than anybody fills in. Send less at once.' });

const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const comma = ','.charCodeAt(0);
const opening = new Set(['[', '{'].map((sign) => sign.charCodeAt(0)));
const closing = new Set([']', '}'].map((sign) => sign.charCodeAt(0)));

/** Throws too-large for a text of too many values, and malformed for one that is nested too deeply. Takes far less time than to parse them. */
const refuseMany = (text: string): void => {
  let [left, depth] = [mostValues, 0];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === quote) quoted = !quoted;
    else if (quoted) {
      if (sign === backslash) index += 1;
    } else if (sign === comma) left -= 1;
    else if (opening.has(sign)) {
      left -= 1;
      depth += 1;
    } else if (closing.has(sign)) depth -= 1;
    if (depth > mostDepth) throw problem('malformed');
    if (left < 0) throw tooMany();
  }
};

/**
 * Throws malformed for a value with a member that would become its prototype, or that looks like a sealed one: the store would take it for
 * that, and no person types it.
 */
const refuseOdd = (value: object): void => {
  if (Array.isArray(value) && value[0] === '$sealed') throw problem('malformed');
  for (const key in value) {
    if (key === '__proto__') throw problem('malformed');
    const member: unknown = Reflect.get(value, key);
    if (typeof member === 'object' && member !== null) refuseOdd(member);
  }
};

/** The value of a body’s text. Throws malformed for what is no object or list, is nested too deeply or has a prototype, and too-large for too many values. */
export const parseJson = (text: string): unknown => {
  if (!/^\s*[[{]/.test(text)) throw problem('malformed');
  refuseMany(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('malformed');
  }
  if (typeof value === 'object' && value !== null) refuseOdd(value);
  return value;
};
