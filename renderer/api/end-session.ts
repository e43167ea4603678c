import { saveEverything } from './before-leaving.ts';
import { call } from './client.ts';

/** Saves what is under way and signs out. False when the server could not be reached: then the person is still signed in. */
export const endSession = async (): Promise<boolean> => {
  await saveEverything();
  try {
    await call('POST', '/api/sign-out');
    return true;
  } catch {
    return false;
  }
};
