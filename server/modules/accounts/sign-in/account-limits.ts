/** How often the steps of signing in and registering may be tried. Addresses are shared by whole organisations, so their limits are wide. */
import { isIPv6 } from 'node:net';
import type { LimitRule, TryRules } from '../../../platform/limits/limits.ts';

const minutes = (count: number): number => count * 60;

export const accountLimits = {
  signIn: {
    near: { name: 'sign-in', free: 5, wait: 60, longest: minutes(15), forget: minutes(60) },
    anywhere: { name: 'sign-in-anywhere', free: 50, wait: 60, longest: minutes(15), forget: minutes(60) },
  },
  signInByAddress: { name: 'sign-in-address', free: 300, wait: 30, longest: minutes(15), forget: minutes(15) },
  codeByAddress: { name: 'code-address', free: 600, wait: 30, longest: minutes(15), forget: minutes(15) },
  register: {
    near: { name: 'register', free: 5, wait: minutes(2), longest: minutes(60), forget: minutes(60) },
    anywhere: { name: 'register-anywhere', free: 20, wait: minutes(2), longest: minutes(60), forget: minutes(60) },
  },
  registerByAddress: { name: 'register-address', free: 60, wait: 30, longest: minutes(15), forget: minutes(60) },
  reset: {
    near: { name: 'reset', free: 3, wait: minutes(5), longest: minutes(60), forget: minutes(60) },
    anywhere: { name: 'reset-anywhere', free: 20, wait: minutes(5), longest: minutes(60), forget: minutes(60) },
  },
  resetByAddress: { name: 'reset-address', free: 60, wait: 30, longest: minutes(15), forget: minutes(60) },
  passwordByAccount: { name: 'password', free: 5, wait: 60, longest: minutes(15), forget: minutes(60) },
  emailByAccount: { name: 'email-change', free: 5, wait: minutes(5), longest: minutes(60), forget: minutes(120) },
  emailByEmail: { name: 'email-change-to', free: 3, wait: minutes(5), longest: minutes(60), forget: minutes(120) },
  emailByAddress: {
    name: 'email-change-address',
    free: 30,
    wait: minutes(1),
    longest: minutes(15),
    forget: minutes(60),
  },
  emailCodeByAccount: { name: 'email-code', free: 20, wait: 60, longest: minutes(15), forget: minutes(60) },
} satisfies Record<string, LimitRule | TryRules>;

/** An IPv6 client has a whole /64 to itself; the first four groups name it. */
export const network = (address: string): string => {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
};
