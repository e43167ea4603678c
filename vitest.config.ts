import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{engine,server,renderer,wire,scripts,tests}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
    // A time-out is for what hangs, never for what is slow: two cores may have much to do.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
