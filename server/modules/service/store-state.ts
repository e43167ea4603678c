import type { Found } from '../../core/readiness.ts';
import type { Store } from '../../platform/storage/store.ts';

const longestMs = 4_000;

const wordsOf = (reason: unknown): string => (reason instanceof Error ? reason.message : 'It cannot answer');

/** People read on while the store only cannot write, as on a full disk; one that gives nothing back is of no use to anybody. */
export const storeState = async (store: Pick<Store, 'ping' | 'get'>): Promise<Found | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), longestMs);
  });
  const both = Promise.allSettled([store.ping(), store.get('leases', 'clock')]);
  const answer = await Promise.race([both, over]);
  clearTimeout(timer);
  if (answer === 'late') return { level: 'stop', detail: `It has not answered for ${longestMs / 1000} seconds` };
  const [written, read] = answer;
  if (read.status === 'rejected') return { level: 'stop', detail: wordsOf(read.reason) };
  return written.status === 'fulfilled'
    ? undefined
    : { level: 'fault', detail: `It can be read and not be written to: ${wordsOf(written.reason)}` };
};
