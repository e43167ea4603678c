/** Runs what `npm run forms --` is given. */
import pico from 'picocolors';
import { program } from './forms/program.ts';

try {
  await program.parseAsync();
} catch (error) {
  console.error(pico.red(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
