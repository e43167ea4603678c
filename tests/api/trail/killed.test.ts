/** A server that dies in the middle of a change, a few times; `tests/faults/audit.faults.ts` kills it often, and on each store. */
import { expect, test } from 'vitest';
import { auditKills } from '../../support/servers/audit-kills.ts';
import { randomFrom } from '../../support/random.ts';

test(
  'killed in the middle of changes, each that stands has one entry in the audit trail',
  { timeout: 900_000 },
  async () => {
    const random = randomFrom();
    const { wrong, acknowledged } = await auditKills({
      store: 'sqlite',
      kills: 3,
      random,
      between: { least: 5, most: 25 },
    });
    expect(wrong, `FORMWORK_TEST_SEED=${random.seed}`).toEqual([]);
    expect(acknowledged).toBeGreaterThan(15);
  },
);
