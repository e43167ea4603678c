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
    const family = getComputedStyle(document.body).fontFamily;
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
        scales: {
          x: { grid: { display: false }, ticks: { color: ink, font: { family, size: 13 } } },
          // Each bar carries its number.
          y: { display: false, beginAtZero: true },
        },
      },
      plugins: [
        {
          id: 'numbers',
          afterDatasetsDraw: (drawn) => {
            const { ctx } = drawn;
            ctx.fillStyle = ink;
            ctx.textAlign = 'center';
            ctx.font = `650 14px ${family}`;
            drawn
              .getDatasetMeta(0)
              .data.forEach(({ x, y }, index) => ctx.fillText(String(bars[index]?.count ?? ''), x, y - 6));
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
