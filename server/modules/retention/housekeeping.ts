/** Removes what is over: steps and links past their time, sessions, limits that are forgotten, and what other systems no longer need. */
import { instantAfter } from '../../../engine/index.ts';
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { dueOf } from '../../platform/effects/pending.ts';
import { pagesOf } from '../../platform/storage/every.ts';
import type { CollectionName, Store, Stored } from '../../platform/storage/store.ts';
import type { RetainSchedule } from './schedule.ts';

const everyMinutes = 10;
const usualDeliveryDays = 30;

/** Collections and the time after which a document of each is of no more use; some can still be looked up for some days. */
const passing = (deliveryDays: number): { collection: CollectionName; path: string; keptDays?: number }[] => [
  { collection: 'challenges', path: 'expiresAt' },
  { collection: 'limits', path: 'expiresAt' },
  { collection: 'allowances', path: 'expiresAt' },
  { collection: 'auditHeads', path: 'expiresAt' },
  { collection: 'sessions', path: 'endsAt' },
  { collection: 'requests', path: 'expiresAt' },
  { collection: 'apiKeys', path: 'expiresAt', keptDays: 30 },
  { collection: 'deliveries', path: 'at', keptDays: deliveryDays },
];

export interface HousekeepingParts {
  store: Store;
  clock: Clock;
  retainSchedule: Pick<RetainSchedule, 'current'>;
}

/** Removes what is over now. A document that still has a mail to send is left for the next time. */
export const removeExpired = async ({ store, clock, retainSchedule }: HousekeepingParts): Promise<void> => {
  const days = retainSchedule.current()?.schedule.deliveries?.days ?? usualDeliveryDays;
  for (const { collection, path, keptDays = 0 } of passing(days)) {
    const now = instantAfter(clock.now().toISOString(), -keptDays);
    const query = { filter: { [path]: { lt: now } }, sort: { path, direction: 'asc' }, limit: 200 } as const;
    const read = (after: string | undefined) =>
      store.find(collection, { ...query, ...(after === undefined ? {} : { after }) });
    for await (const page of pagesOf<Stored>(read)) {
      const over = page.filter((document) => dueOf(document) === undefined);
      await Promise.all(over.map(({ _id }) => store.delete(collection, { _id: { eq: _id }, [path]: { lt: now } })));
    }
  }
};

/** As jobs it rests while the clock is in doubt, so that nothing goes because of a wrong year. */
const removeInTime = async (services: HousekeepingParts & { jobs: Pick<Jobs, 'doubted'> }): Promise<void> => {
  if ((await services.jobs.doubted()) === undefined) await removeExpired(services);
};

export const startHousekeeping = (
  services: HousekeepingParts & { log: Logger; jobs: Pick<Jobs, 'doubted'> },
): { stop: () => Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = removeInTime(services).catch((error: unknown) =>
      services.log.warn({ err: error }, 'housekeeping failed'),
    );
  }, everyMinutes * 60_000);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
};
