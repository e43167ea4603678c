/** `preview`: a form as it is filled in, beside all that is to be known about it, while its files are edited. */
import pico from 'picocolors';
import { startPreview } from '../preview/start.ts';
import { ensureBuilt } from '../preview/built.ts';

/** Runs until it is stopped. */
export const preview = async (formsDir: string, form: string, port: number): Promise<void> => {
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('A port is a whole number from 0 to 65535');
  await ensureBuilt();
  const { url, stop } = await startPreview({ formsDir, form, port });
  console.log(`${pico.bold(form)} is shown at ${url}\nSave a file to see it change. Ctrl+C stops the preview.`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await stop();
};
