/** How far the audit trail goes, mailed to the operator every day: enough by itself to find what was cut off. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../scripts/ops/verify.ts';
import { auditHeadsFile } from '../../server/modules/audit/index.ts';
import { beginComplete, expectStatus, startAngling } from '../support/angling.ts';
import type { TestPortal } from '../support/portal.ts';
import { like } from '../support/like.ts';

const operator = 'operator@council.example';
let portal: TestPortal;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-heads-'));
  portal = await startAngling({ config: { auditHeadsMail: operator } });
});
afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const faults = async (heads: string) => {
  const { config } = portal.services;
  return (await verify({ ...portal.storage, clock: portal.clock, config, heads })).faults;
};

test('the line of a mail shows that the trail is whole, and that its end is missing even where the file went with it', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  await portal.services.jobs.runAll();

  const [mail, ...more] = await portal.mail(operator);
  expect(more).toEqual([]);
  const text = mail?.text ?? '';
  const line = text.split('\n').find((each) => each.startsWith('{')) ?? '';
  expect(`${mail?.subject} ${text}`).not.toContain(person.email);
  expect(text).not.toMatch(/Żółta|O’Neill|Byron/);
  const kept = join(folder, 'kept.jsonl');
  writeFileSync(kept, `${line}\n`);
  expect(await faults(kept)).toEqual([]);

  const last = await portal.store.find('audit', {
    filter: {},
    sort: { path: 'at', direction: 'desc' },
    limit: 1,
  });
  await portal.store.delete('audit', { _id: { eq: last.items[0]?._id ?? '' } });
  rmSync(auditHeadsFile(portal.services.config));
  expect(await faults(kept)).toMatchObject([{ kind: 'audit', what: like.stringContaining('are missing at the end') }]);
});

test('a file of heads in which there is none is a fault, not a proof', async () => {
  expect((await faults(join(folder, 'nowhere.jsonl'))).map(({ what }) => what)).toContain(
    `there is no head in ${join(folder, 'nowhere.jsonl')}`,
  );
});
