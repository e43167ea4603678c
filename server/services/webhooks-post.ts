/** One POST to an address that an administrator gave: never into the own network unless that is allowed, never along a redirection. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

const own = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  own.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  own.addSubnet(net, bits, 'ipv6');

/** Whether an IP address belongs to no public network. */
export const isPrivate = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return own.check(mapped, 'ipv4');
  return own.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
};

export interface Posted {
  delivered: boolean;
  /** The status, or why there was none. */
  words: string;
}

/** Never rejects. */
export const post = async (
  url: string,
  body: string,
  headers: Record<string, string>,
  { allowPrivate, timeOutMs }: { allowPrivate: boolean; timeOutMs: number },
): Promise<Posted> => {
  try {
    const { hostname } = new URL(url);
    const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
    if (!allowPrivate && found.some(({ address }) => isPrivate(address)))
      return { delivered: false, words: 'the address is in a private network' };
    const reply = await fetch(url, {
      method: 'POST',
      body,
      headers: { ...headers, 'Content-Type': 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeOutMs),
    });
    await reply.body?.cancel();
    return { delivered: reply.ok, words: `status ${reply.status}` };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    return { delivered: false, words: name === 'TimeoutError' ? 'no answer in time' : 'not reached' };
  }
};
