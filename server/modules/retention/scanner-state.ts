import type { Clock } from '../../core/clock.ts';
import type { ReadinessCheck } from '../../core/readiness.ts';
import type { Scanner } from '../../platform/attachments/scan.ts';
import type { Store } from '../../platform/storage/store.ts';

export interface ScannerStateParts {
  store: Store;
  clock: Clock;
  scanner: Scanner | undefined;
}

const documents = (count: number): string => (count === 1 ? '1 document waits' : `${count} documents wait`);

/** What an operator should know of the virus scanner: that there is none, since when this server finds it away, and how much waits for it. */
export const scannerState = ({ store, clock, scanner }: ScannerStateParts): ReadinessCheck => {
  let awaySince: string | undefined;
  return async () => {
    if (scanner === undefined)
      return { level: 'note', detail: 'No virus scanner is configured: documents are opened as they came' };
    const [answers, waiting] = await Promise.all([
      scanner.answers(),
      store.count('attachments', { state: { eq: 'waiting' } }),
    ]);
    if (answers) awaySince = undefined;
    else awaySince ??= clock.now().toISOString();
    if (awaySince !== undefined)
      return { level: 'fault', detail: `The virus scanner is away since ${awaySince}; ${documents(waiting)} for it` };
    return waiting === 0 ? undefined : { level: 'note', detail: `${documents(waiting)} for the virus scanner` };
  };
};
