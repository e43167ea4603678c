/** Runs what `npm run ops --` is given. */
import { program } from './ops/program.ts';

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
