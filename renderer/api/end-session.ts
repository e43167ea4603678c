import { saveEverything } from './before-leaving.ts';
import { call } from './client.ts';
import { forgetUnsent } from './forget-unsent.ts';

/** Saves what is under way, signs out and takes what could not be saved off the device. False when the server could not be reached: then the person is still signed in. */
export const endSession = async (): Promise<boolean> => {
  await saveEverything();
  try {
    await call('POST', '/api/sign-out');
  } catch {
    return false;
  }
  await forgetUnsent((unsent) => unsent.forgetAll());
  return true;
};
