/** On which store the tests of this run work: a run on MongoDB that silently used the embedded store would prove nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startAngling } from '../support/angling.ts';

test('the run uses the store that it says', async () => {
  const portal = await startAngling();
  const embedded = existsSync(join(portal.services.config.dataDir, 'formwork.db'));
  await portal.stop();
  expect(embedded).toBe(process.env['FORMWORK_TEST_STORE'] !== 'mongodb');
});
