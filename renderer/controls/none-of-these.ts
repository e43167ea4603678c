/** Codes that say that nothing else in a list fits. */
const NONE = /^(none|noneOfThese|none_of_these)$/i;

/** Ticking “none of these” unticks the rest, and ticking one of the rest unticks “none of these”. */
export const withoutContradiction = (before: readonly string[], chosen: readonly string[]): string[] => {
  const added = chosen.find((value) => !before.includes(value));
  if (added === undefined) return [...chosen];
  return chosen.filter((value) => value === added || (!NONE.test(added) && !NONE.test(value)));
};
