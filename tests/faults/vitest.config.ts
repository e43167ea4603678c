/** `npm run test:faults`: what takes minutes and hurts, apart from `npm test`. FORMWORK_TEST_SEED repeats a run; a name after it picks one fault. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'faults',
    root: `${import.meta.dirname}/../..`,
    include: ['tests/faults/**/*.faults.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
    // A second, which it is otherwise, is a time-out for what is slow.
    expect: { poll: { timeout: 60_000 } },
    // One at a time: what is measured is how long people wait, not how much the machine has to do.
    fileParallelism: false,
  },
});
