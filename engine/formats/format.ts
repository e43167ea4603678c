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
  example: string;
  valid: readonly string[];
  invalid: readonly string[];
}

/** Weighted sum of the leading characters' values, the way all check digits here begin. */
export const weightedSum = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);

/** Makes a format from its strict rule: loose input is squeezed first, and only a valid value is changed. */
export const format = (parts: {
  id: string;
  squeeze: (text: string) => string;
  strict: (squeezed: string) => boolean;
  store?: (squeezed: string, typed: string) => string;
  show?: (stored: string) => string;
  message: string;
  example: string;
  valid: readonly string[];
  invalid: readonly string[];
}): Format => {
  const { id, squeeze, strict, message, example, valid, invalid } = parts;
  const test = (text: string): boolean => strict(squeeze(text));
  const store = parts.store ?? ((squeezed: string) => squeezed);
  const show = parts.show ?? ((stored: string) => stored);
  return {
    id,
    test,
    tidy: (text) => (test(text) ? store(squeeze(text), text) : text),
    show: (text) => (test(text) ? show(store(squeeze(text), text)) : text),
    message,
    example,
    valid,
    invalid,
  };
};
