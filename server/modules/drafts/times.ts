const dayMs = 86_400_000;

/** ISO time in UTC, `days` times 24 hours after `from`. */
export const daysAfter = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * dayMs).toISOString();
