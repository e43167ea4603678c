/** What ends records by their time asks first whether the clock may be believed, as the jobs of the service do. */
import type { Services } from '../../server/composition/services.ts';

/** Rejects with what is to be done while the clock is in doubt. */
export const refuseDoubtedClock = async ({ jobs, clock }: Pick<Services, 'jobs' | 'clock'>): Promise<void> => {
  if ((await jobs.doubted()) === undefined) return;
  throw new Error(
    `Nothing was removed: this machine says that it is ${clock.now().toISOString()}, far ahead of when the service last worked. ` +
      'Put the clock right. If it is right, start the service and try again in a day: it believes the clock by then.',
  );
};
