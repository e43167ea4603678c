/** Unsent words on this device, loaded only when some are to be taken away. */
import type * as Unsent from '../form/saving/unsent-store.ts';

/** A device that keeps nothing, or cannot be asked, has nothing to take away. */
export const forgetUnsent = async (what: (unsent: typeof Unsent) => Promise<void>): Promise<void> => {
  try {
    await what(await import('../form/saving/unsent-store.ts'));
  } catch {
    return;
  }
};
