/** A server that is killed again and again while people change what the audit trail speaks of. */
import { expect, test } from 'vitest';
import { auditKills } from '../support/servers/audit-kills.ts';
import { randomFrom } from '../support/random.ts';
import { tell } from './figures.ts';
import { stores } from './stores.ts';

const kills = Number(process.env['FORMWORK_TEST_KILLS'] ?? 60);

test.each(stores)(
  'killed at random points on %s: every change has one entry, and no entry is without its change',
  async (store) => {
    const random = randomFrom();
    console.log(`FORMWORK_TEST_SEED=${random.seed}`);
    const { wrong, ...figures } = await auditKills({ store, kills, random, between: { least: 3, most: 30 } });
    tell(`killed on ${store} while things change`, { ...figures, wrong: wrong.length });
    expect(wrong).toEqual([]);
  },
);
