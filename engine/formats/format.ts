import { plain } from '../text/plain.ts';

/** A kind of identifier or contact detail: how it is checked, kept, shown and explained. One file a format, all data. */
export interface Format {
  /** The schema's `format`. */
  id: string;
  /** True for a valid value, also in the loose way in which people type it. */
  test: (text: string) => boolean;
  /** The form in which it is kept; text that is not valid comes back as typed. */
  tidy: (text: string) => string;
  /** The form in which it is shown. */
  show: (text: string) => string;
  /** What to do, for somebody whose answer is refused. */
  message: string;
  /** Of what has the right shape and a check digit that does not fit: it was typed wrong somewhere. */
  mistyped?: { is: (text: string) => boolean; message: string };
  example: string;
  valid: readonly string[];
  invalid: readonly string[];
}

/** What to do about a value that is refused. */
export const refusalOf = ({ message, mistyped }: Format, text: string): string =>
  mistyped?.is(text) === true ? mistyped.message : message;

/** An identifier without the spaces, hyphens and points by which people group its signs. */
export const ungrouped = (plainly: string): string =>
  plainly
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/([0-9A-Za-z])\.(?=[0-9A-Za-z])/g, '$1')
    .toUpperCase();

/** The same, also without its name before it: `NHS number: 943 476 5919`. No identifier may begin with letters like its name. */
export const unnamed =
  (name: string) =>
  (plainly: string): string =>
    ungrouped(plainly.replace(new RegExp(`^\\s*${name}(?:\\s+(?:number|no\\b\\.?))?\\s*[:.]?\\s*`, 'i'), ''));

/** Longer than any address or number with what may stand around it: not looked at. */
export const LONGEST_TYPED = 400;

/**
 * A contact detail without what comes along from a list, a sentence or a link: its scheme (`mailto`, `tel`), `<…>`, a comma, semicolon or full
 * stop behind it.
 */
export const unwrapped = (text: string, scheme: string): string => {
  if (text.length > LONGEST_TYPED) return text;
  const trimmed = text.replace(/[\s;,.]+$/, '').trimStart();
  const named = trimmed.toLowerCase().startsWith(`${scheme}:`) ? trimmed.slice(scheme.length + 1) : trimmed;
  const inner = named.replace(/^<([^<>]*)>$/, '$1');
  return inner === text ? text : unwrapped(inner, scheme);
};

/** Weighted sum of the leading characters' values, the way all check digits here begin. */
export const weightedSum = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);

/** Makes a format from its strict rule: loose input is made plain and squeezed first, and only a valid value is changed. */
export const format = (parts: {
  id: string;
  /** Another way to make it plain, for what is more than letters, figures and hyphens. */
  plain?: (typed: string) => string;
  squeeze: (plainly: string) => string;
  strict: (squeezed: string) => boolean;
  store?: (squeezed: string, plainly: string) => string;
  show?: (stored: string) => string;
  message: string;
  mistyped?: { shape: RegExp; message: string };
  example: string;
  valid: readonly string[];
  invalid: readonly string[];
}): Format => {
  const { id, squeeze, strict, message, mistyped, example, valid, invalid } = parts;
  const plainly = parts.plain ?? plain;
  const test = (text: string): boolean => strict(squeeze(plainly(text)));
  const store = parts.store ?? ((squeezed: string) => squeezed);
  const show = parts.show ?? ((stored: string) => stored);
  const tidy = (text: string): string => {
    const seen = plainly(text);
    const squeezed = squeeze(seen);
    return strict(squeezed) ? store(squeezed, seen) : text;
  };
  return {
    id,
    test,
    tidy,
    show: (text) => (test(text) ? show(tidy(text)) : text),
    message,
    ...(mistyped === undefined
      ? {}
      : {
          mistyped: {
            is: (text: string) => !test(text) && mistyped.shape.test(squeeze(plainly(text))),
            message: mistyped.message,
          },
        }),
    example,
    valid,
    invalid,
  };
};
