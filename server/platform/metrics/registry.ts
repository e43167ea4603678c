/** Counters and histograms of this process, and the text in which Prometheus reads them (exposition format 0.0.4). */
export type Labels = Record<string, string>;

export interface Counter {
  add: (labels: Labels) => void;
}

export interface Histogram {
  /** In seconds. */
  observe: (labels: Labels, seconds: number) => void;
}

export interface Sample {
  labels: Labels;
  value: number;
}

export interface Registry {
  counter: (name: string, help: string) => Counter;
  /** `bounds`: upper ends of the buckets in seconds, rising. */
  histogram: (name: string, help: string, bounds: readonly number[]) => Histogram;
  text: () => string;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const labelled = (name: string, labels: Labels): string => {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
};

/** One metric as text. */
export const metricText = (
  name: string,
  kind: 'counter' | 'gauge' | 'histogram',
  help: string,
  lines: readonly { name: string; sample: Sample }[],
): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${kind}`,
    ...lines.map(({ name: line, sample }) => `${labelled(line, sample.labels)} ${sample.value}`),
    '',
  ].join('\n');

export const gaugeText = (name: string, help: string, samples: readonly Sample[]): string =>
  metricText(
    name,
    'gauge',
    help,
    samples.map((sample) => ({ name, sample })),
  );

interface Row {
  labels: Labels;
  counts: number[];
  sum: number;
  total: number;
}

const histogramLines = (name: string, bounds: readonly number[], { labels, counts, sum, total }: Row) => [
  ...bounds.map((bound, index) => ({
    name: `${name}_bucket`,
    sample: { labels: { ...labels, le: String(bound) }, value: counts[index] ?? 0 },
  })),
  { name: `${name}_bucket`, sample: { labels: { ...labels, le: '+Inf' }, value: total } },
  { name: `${name}_sum`, sample: { labels, value: sum } },
  { name: `${name}_count`, sample: { labels, value: total } },
];

export const createRegistry = (): Registry => {
  const texts: (() => string)[] = [];

  return {
    counter: (name, help) => {
      const values = new Map<string, Sample>();
      texts.push(() =>
        metricText(
          name,
          'counter',
          help,
          [...values.values()].map((sample) => ({ name, sample })),
        ),
      );
      return {
        add: (labels) => {
          const key = labelled('', labels);
          const known = values.get(key);
          if (known === undefined) values.set(key, { labels, value: 1 });
          else known.value += 1;
        },
      };
    },

    histogram: (name, help, bounds) => {
      const rows = new Map<string, Row>();
      texts.push(() =>
        metricText(
          name,
          'histogram',
          help,
          [...rows.values()].flatMap((row) => histogramLines(name, bounds, row)),
        ),
      );
      return {
        observe: (labels, seconds) => {
          const key = labelled('', labels);
          const row = rows.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, total: 0 };
          rows.set(key, row);
          row.sum += seconds;
          row.total += 1;
          bounds.forEach((bound, index) => {
            if (seconds <= bound) row.counts[index] = (row.counts[index] ?? 0) + 1;
          });
        },
      };
    },

    text: () => texts.map((text) => text()).join(''),
  };
};
