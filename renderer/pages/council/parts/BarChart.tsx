import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export interface Bar {
  label: string;
  count: number;
}

interface BarChartProps {
  bars: readonly Bar[];
  /** What is counted, such as “tasks”. */
  counted: string;
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Bars that carry their number. Only to be seen: the table beside it says the same to everybody. */
const BarChart = ({ bars, counted }: BarChartProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const ink = colour('--ink');
    const chart = new Chart(canvas.current, {
      type: 'bar',
      data: {
        labels: bars.map(({ label }) => label),
        datasets: [
          {
            label: counted,
            data: bars.map(({ count }) => count),
            backgroundColor: colour('--primary'),
            maxBarThickness: 44,
          },
        ],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        layout: { padding: { top: 20 } },
        font: { family: getComputedStyle(document.body).fontFamily, size: 14 },
        scales: {
          x: { grid: { display: false }, ticks: { color: ink } },
          y: { beginAtZero: true, ticks: { color: ink, precision: 0 }, grid: { color: colour('--line') } },
        },
      },
      plugins: [
        {
          id: 'numbers',
          afterDatasetsDraw: ({ ctx, getDatasetMeta }) => {
            ctx.fillStyle = ink;
            ctx.textAlign = 'center';
            ctx.font = `650 14px ${getComputedStyle(document.body).fontFamily}`;
            getDatasetMeta(0).data.forEach(({ x, y }, index) =>
              ctx.fillText(String(bars[index]?.count ?? ''), x, y - 6),
            );
          },
        },
      ],
    });
    return () => chart.destroy();
  }, [bars, counted]);
  return (
    <div className="chart-frame" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
};

export default BarChart;
