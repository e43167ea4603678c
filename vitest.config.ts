import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/support/run/long-first.ts';
import { hasMongodb } from './tests/support/servers/mongodb.ts';

const shared = {
  passWithNoTests: false,
  // A time-out is for what hangs, never for what is slow: two cores may have much to do.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Files that run one after the other in a worker share what is loaded, and each leaves things as it found them.
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  // A second, which it is otherwise, is a time-out for what is slow.
  expect: { poll: { timeout: 60_000 } },
};

/** What is tried on MongoDB as well as on the embedded store. */
const onMongodb = [
  'tests/api/**/*.test.ts',
  'tests/ops/keys.test.ts',
  'server/platform/storage/blobs.test.ts',
  'tests/journeys/fill.test.ts',
];

/** What needs a worker of its own: to count steps through all code that is loaded, or to put something else in place of a module. */
const alone = [
  'tests/engine/linear.test.ts',
  'tests/api/accounts/authorization-rules.test.ts',
  'tests/pdf/of-the-service.test.ts',
];

export default defineConfig({
  test: {
    // Most tests wait for a browser or a server most of the time: two at once do so on two cores as well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'all',
          include: ['{engine,server,renderer,wire,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: alone,
        },
      },
      { test: { ...shared, name: 'alone', include: alone, isolate: true } },
      ...(hasMongodb()
        ? [
            {
              test: {
                ...shared,
                name: 'on MongoDB',
                include: onMongodb,
                // Who may do what does not depend on where it is kept, and every cell of that table, and every day of the demonstration, takes its
                // time on the test server.
                exclude: [
                  'tests/api/accounts/authorization*.test.ts',
                  'tests/api/demonstration.test.ts',
                  // Headers, pages, words, settings and other servers: nothing of it is kept in the store.
                  'tests/api/{http,pages,reference,service,mail-server,clamd,names}.test.ts',
                ],
                env: { FORMWORK_TEST_STORE: 'mongodb' },
                globalSetup: './tests/support/servers/mongodb-setup.ts',
              },
            },
          ]
        : []),
    ],
  },
});
