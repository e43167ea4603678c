/**
 * Devices on which somebody has signed in before, told by a cookie that nobody else can make: whoever guesses at an account from elsewhere
 * does not keep its person out (OWASP, “Slow down online guessing attacks with device cookies”). The cookie lets nobody in by itself.
 * It is a random name of the device and, for each account that signed in on it, a keyed hash of both.
 */
import { keyedHash, newToken, sameDigest } from '../../../core/ids.ts';

export interface Devices {
  /** The name of the device, when the account has signed in on it before. */
  known: (cookie: string | undefined, accountId: string) => string | undefined;
  /** What the cookie is to be after the account has signed in. */
  remember: (cookie: string | undefined, accountId: string) => string;
}

/** People of one household share a device. */
const mostAccounts = 5;
const separator = '.';

export const createDevices = (secret: string): Devices => {
  const proofOf = (device: string, accountId: string): string =>
    keyedHash(secret, JSON.stringify(['device', device, accountId]));
  const read = (cookie: string | undefined): { device: string; proofs: string[] } => {
    const [device = '', ...proofs] = cookie?.split(separator) ?? [];
    return { device, proofs: proofs.slice(0, mostAccounts) };
  };
  const known: Devices['known'] = (cookie, accountId) => {
    const { device, proofs } = read(cookie);
    const wanted = proofOf(device, accountId);
    return proofs.some((proof) => sameDigest(proof, wanted)) ? device : undefined;
  };
  return {
    known,
    remember: (cookie, accountId) => {
      const { device, proofs } = read(cookie);
      // A name that somebody made up, as with a cookie of another service, is not taken over.
      const own = device !== '' && (known(cookie, accountId) !== undefined || proofs.length > 0);
      const name = own ? device : newToken();
      const proof = proofOf(name, accountId);
      return [name, proof, ...(own ? proofs.filter((other) => other !== proof) : [])]
        .slice(0, mostAccounts + 1)
        .join(separator);
    },
  };
};
