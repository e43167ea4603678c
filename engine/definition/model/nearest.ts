/** Edits (insert, delete, replace) that turn one word into another. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
};

/** The known name that `typed` was most likely meant to be, if one is near enough. */
export const nearest = (typed: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - typed.length) >= least) continue;
    const edits = distance(typed.toLowerCase(), name.toLowerCase());
    if (edits < least) [best, least] = [name, edits];
  }
  return best;
};

/** ` Did you mean “x”?`, or nothing. */
export const didYouMean = (typed: string, known: Iterable<string>): string => {
  const name = nearest(typed, known);
  return name === undefined ? '' : ` Did you mean “${name}”?`;
};

/** At most `limit` of the names, for a message. */
export const namesOf = (names: Iterable<string>, limit = 12): string => {
  const all = [...names];
  const more = all.length > limit ? ` and ${all.length - limit} more` : '';
  return all.slice(0, limit).join(', ') + more;
};
