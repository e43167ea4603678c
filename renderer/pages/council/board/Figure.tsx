import { lazy, Suspense } from 'react';
import { Skeleton } from '../../../parts/Skeleton.tsx';
import { Table } from '../../../parts/Table.tsx';
import type { Bar } from './BarChart.tsx';

const BarChart = lazy(() => import('./BarChart.tsx'));

interface FigureProps {
  /** The question that it answers. */
  title: string;
  /** What the labels are, and what is counted. */
  labels: string;
  counted: string;
  bars: readonly Bar[];
  /** Said in place of a chart without bars. */
  nothing: string;
}

/** One question as a chart, with the same figures as a table. What would be one bar is a sentence. */
export const Figure = ({ title, labels, counted, bars, nothing }: FigureProps) => (
  <section className="chart">
    <h2>{title}</h2>
    {bars.every(({ count }) => count === 0) ? (
      <p>{nothing}</p>
    ) : bars.length === 1 ? (
      <p>{bars.map(({ label, count }) => `${label}: ${count}`)}</p>
    ) : (
      <>
        <Suspense fallback={<Skeleton lines={5} />}>
          <BarChart bars={bars} counted={counted} />
        </Suspense>
        <details>
          <summary>Show as a table</summary>
          <Table
            caption={title}
            columns={[
              { label: labels, cell: ({ label }) => label },
              { label: counted, numbers: true, cell: ({ count }) => count },
            ]}
            rows={bars}
            rowKey={({ label }) => label}
          />
        </details>
      </>
    )}
  </section>
);
