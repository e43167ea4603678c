/** Figures of a run, for `docs/reliability.md`. */
export const tell = (fault: string, figures: Record<string, string | number>): void => {
  const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(`\n· ${fault}: ${words.join(', ')}\n`);
};
