/** The PDF of a whole form beside Chromium printing the same tree as a page, and how long the event loop is held meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createServer } from 'vite';
import react from '@vitejs/plugin-react';
import type { PrintDocument } from '../engine/index.ts';
import { createPdfPool } from '../server/platform/pdf/index.ts';
import { openBrowser } from '../tests/support/browser/browser.ts';
import { figure, median, percentile, type Figure } from './measure.ts';
import { readExample } from './read-example.ts';

const TIMES = 10;
const AT_ONCE = 20;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const repeat = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let each = 0; each < TIMES; each += 1) times.push(await timed(work));
  return median(times);
};

/** The print view as the portal shows it, as one page of HTML with its styles. */
const asPage = async (document: PrintDocument): Promise<string> => {
  const vite = await createServer({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    server: { middlewareMode: true, ws: false },
  });
  try {
    const { PrintView } = await vite.ssrLoadModule('/renderer/print/PrintView.tsx');
    const styles = ['tokens', 'base', 'print'].map((name) => vite.ssrLoadModule(`/renderer/theme/${name}.css?inline`));
    const own = vite.ssrLoadModule('/renderer/print/print.css?inline');
    const css = (await Promise.all([...styles, own])).map((module) => String(module['default'])).join('\n');
    const body = renderToStaticMarkup(createElement(PrintView, { document }));
    return `<!doctype html><html lang="en"><head><title>${document.title}</title><style>${css}</style></head><body>${body}</body></html>`;
  } finally {
    await vite.close();
  }
};

export const measurePdf = async (): Promise<Figure[]> => {
  const document = await readExample();
  const html = await asPage(document);
  const pool = createPdfPool({ mostWaiting: AT_ONCE });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    // A server that printed with a browser would load each form's page before it prints it.
    const print = async (): Promise<void> => {
      await page.setContent(html, { waitUntil: 'load' });
      await page.pdf({ format: 'A4', printBackground: true });
    };
    await Promise.all([pool.render(document), pool.render(document), print()]);
    const chromium = await repeat(print);
    const ours = await repeat(() => pool.render(document));

    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const waits = await Promise.all(Array.from({ length: AT_ONCE }, () => timed(() => pool.render(document))));
    delay.disable();
    const held = delay.percentile(99) / 1e6;
    return [
      figure('PDF of a whole form, warm, median', 'ms', ours, {
        beside: { name: 'Chromium print-to-PDF of the same tree', value: chromium },
        target: '≥ 5 × faster',
        met: chromium / ours >= 5,
      }),
      figure(`Event loop delay, p99, while ${AT_ONCE} PDFs are drawn at once`, 'ms', held, {
        target: '≤ 20 ms',
        met: held <= 20,
      }),
      figure(`Wait for one of ${AT_ONCE} PDFs asked for at once, p95`, 'ms', percentile(waits, 0.95)),
    ];
  } finally {
    await browser.close();
    await pool.close();
  }
};
