/** Chance that can be repeated. */
export interface Random {
  seed: number;
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number;
  pick: <T>(of: readonly T[]) => T;
}

/** `seed` defaults to what FORMWORK_TEST_SEED says, else to another one each time. (Mulberry32.) */
export const randomFrom = (
  seed = Number(process.env['FORMWORK_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31)),
): Random => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    seed,
    between,
    pick: (of) => {
      const found = of[between(0, of.length - 1)];
      if (found === undefined) throw new RangeError('There is nothing to pick from');
      return found;
    },
  };
};
