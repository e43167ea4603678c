/**
 * Counts tries at an account so that strangers do not keep its person out: a device on which the account has signed in before counts by
 * itself, everybody else by account and network, and all of these together by account, so that many networks do not make many guesses.
 */
import type { Effect } from '../../../platform/effects/effect.ts';
import { network } from './account-limits.ts';
import type { Devices } from './devices.ts';
import type { Limits, TryRules } from '../../../platform/limits/limits.ts';

/** Where a try comes from. */
export interface Origin {
  /** The client's address. */
  address: string;
  /** The device's cookie as it came. */
  device: string | undefined;
}

export interface Tried {
  email: string;
  /** Absent where the address has no account. */
  accountId: string | undefined;
}

interface Parts {
  limits: Limits;
  devices: Devices;
}

const subjects = ({ devices }: Parts, { email, accountId }: Tried, { address, device }: Origin) => {
  const known = accountId === undefined ? undefined : devices.known(device, accountId);
  return known === undefined
    ? { near: `${email} ${network(address)}`, anywhere: email }
    : { near: `${email} ${known}`, anywhere: undefined };
};

/** Throws `too-many-attempts` while the account must be left alone from there. `tell` is what is to happen, once, when waits begin. */
export const takeTry = async (
  parts: Parts,
  rules: TryRules,
  tried: Tried,
  origin: Origin,
  tell?: () => Effect[],
): Promise<void> => {
  const { near, anywhere } = subjects(parts, tried, origin);
  await parts.limits.take(rules.near, near, tell);
  if (anywhere !== undefined) await parts.limits.take(rules.anywhere, anywhere, tell);
};

/** Forgets the tries from there, after a success; those of others still count. */
export const clearTries = async (parts: Parts, rules: TryRules, tried: Tried, origin: Origin): Promise<void> => {
  await parts.limits.clear(rules.near, subjects(parts, tried, origin).near);
  // On a new device the person came by the network's way.
  await parts.limits.clear(rules.near, `${tried.email} ${network(origin.address)}`);
};
