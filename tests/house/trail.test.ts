/** What is said of a change is written in the document that changes. Few may bring an entry into the trail themselves; types keep `append` for acts. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Each writes before it removes, under a name by which the entry stands once, and does it again until it is done. */
const allowed = [
  // Of the trail itself.
  'server/modules/audit/heads.ts',
  'server/modules/retention/audit.ts',
  // What waits in documents.
  'server/platform/effects/notes.ts',
  // Records that go with all that hangs on them.
  'scripts/ops/erase.ts',
  'server/modules/retention/run.ts',
];

test('an entry of a change comes into the trail from its document alone', () => {
  const files = globSync('{server,scripts}/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(200);
  const writing = files.filter((file) => /\baudit\??\s*\.write\(/.test(readFileSync(join(root, file), 'utf8')));
  expect(writing.toSorted()).toEqual(allowed.toSorted());
});
