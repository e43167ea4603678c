/** Figures as every benchmark gives them: each beside the peer or floor that was measured in the same run. */
export interface Figure {
  name: string;
  unit: string;
  value: number;
  /** What it is measured against, in the same run. */
  beside?: { name: string; value: number };
  /** value / beside, when there is one. */
  ratio?: number;
  /** What standards ask, in words, and whether this run met it. */
  target?: string;
  met?: boolean;
}

/** The value below which `share` of the samples lie. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** How much the value grows while `at` grows by one, by least squares. */
export const slope = (points: readonly { at: number; value: number }[]): number => {
  const mean = (pick: (point: { at: number; value: number }) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [at, value] = [mean((point) => point.at), mean((point) => point.value)];
  const spread = mean((point) => (point.at - at) ** 2);
  return mean((point) => (point.at - at) * (point.value - value)) / spread;
};

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

export const figure = (
  name: string,
  unit: string,
  value: number,
  more: { beside?: Figure['beside']; target?: string; met?: boolean } = {},
): Figure => ({
  name,
  unit,
  value: round(value, 2),
  ...(more.beside === undefined
    ? {}
    : {
        beside: { name: more.beside.name, value: round(more.beside.value, 2) },
        ratio: round(value / more.beside.value, 2),
      }),
  ...(more.target === undefined ? {} : { target: more.target }),
  ...(more.met === undefined ? {} : { met: more.met }),
});
