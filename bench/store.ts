/** The store alone: durable compare-and-set changes of one page of a document. */
import type { JsonObject } from '../engine/json.ts';
import { systemClock } from '../server/core/clock.ts';
import { documentsOf } from '../server/platform/storage/store.ts';
import { temporaryStore } from '../tests/support/servers/temporary-store.ts';
import { counter, type Load, type Rate } from './drive.ts';

/** As many documents as saves that wait at once, each saved as fast as the store acknowledges it. */
export const storeRate = async (
  waiting: number,
  page: JsonObject,
  time: Pick<Load, 'warmUp' | 'seconds'>,
): Promise<Rate> => {
  const { store, remove } = await temporaryStore(systemClock);
  const set = Object.fromEntries(Object.entries(page).map(([key, value]) => [`answers.${key}`, value]));
  const save = async (lane: number): Promise<void> => {
    const _id = `draft${lane}`;
    await documentsOf(store).insert('drafts', { _id, owner: _id, answers: {} });
    let revision: number | undefined = 1;
    let began: number;
    do {
      began = performance.now();
      revision = await store.patch('drafts', { _id: { eq: _id }, revision: { eq: revision } }, { set });
      if (revision === undefined) throw new Error('Another save came between, though there was none');
    } while (count.done(began));
  };
  const count = counter(time);
  try {
    await Promise.all(Array.from({ length: waiting }, (_, lane) => save(lane)));
    return count.rate();
  } finally {
    await remove();
  }
};
