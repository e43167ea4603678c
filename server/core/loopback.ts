/** Names and addresses by which a machine reaches itself and nobody else does. */
import { BlockList, isIP } from 'node:net';

const own = new BlockList();
own.addSubnet('127.0.0.0', 8);
own.addAddress('::1', 'ipv6');

/** Whether a host name or address, with or without brackets, is this machine alone; not so the ones that stand for all its addresses. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  const family = isIP(bare);
  if (family === 0) return bare === 'localhost' || bare.endsWith('.localhost');
  return own.check(bare, family === 6 ? 'ipv6' : 'ipv4');
};
