import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{engine,server,renderer,wire,scripts,tests}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
  },
});
