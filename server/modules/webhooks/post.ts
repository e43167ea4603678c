/** One POST to an address that an administrator gave: never into the own network unless that is allowed, never along a redirection. */
import { lookup as lookUp, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What IANA's registries of special addresses call not globally reachable, and what is no address of one machine. */
export const specialBlocks = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ],
  /** Inside the global addresses: Teredo and other protocols, documentation, 6to4. */
  ipv6: [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
} as const;

const special = new BlockList();
for (const [net, bits] of specialBlocks.ipv4) special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of specialBlocks.ipv6) special.addSubnet(net, bits, 'ipv6');

/** Everything else of IPv6 is of no public network: what stands for an IPv4 address, translated, local, site-local, multicast, unassigned. */
const globalIpv6 = new BlockList();
globalIpv6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address belongs to no public network. */
export const isPrivate = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return special.check(mapped, 'ipv4');
  if (isIP(address) !== 6) return special.check(address, 'ipv4');
  return !globalIpv6.check(address, 'ipv6') || special.check(address, 'ipv6');
};

export interface Posted {
  delivered: boolean;
  /** The status, or why there was none. */
  words: string;
}

/** As `dns.lookup`. */
type Lookup = (
  name: string,
  options: { all: true },
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void;

interface PostOptions {
  allowPrivate: boolean;
  timeOutMs: number;
  lookup?: Lookup;
}

class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
}

/** Finds the address that is then connected to, so that no second look-up can lead elsewhere than the one that was checked. */
const guarded =
  (lookup: Lookup): LookupFunction =>
  (name, { all }, done) =>
    lookup(name, { all: true }, (error, found) => {
      if (error !== null) {
        done(error, '');
        return;
      }
      const [first] = found;
      if (first === undefined || found.some(({ address }) => isPrivate(address)))
        done(new PrivateAddressError('Of the own network'), '');
      else if (all === true) done(null, found);
      else done(null, first.address, first.family);
    });

/** Never rejects. */
export const post = async (
  url: string,
  body: string,
  headers: Record<string, string>,
  { allowPrivate, timeOutMs, lookup = lookUp }: PostOptions,
): Promise<Posted> => {
  try {
    const { protocol, hostname } = new URL(url);
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && isIP(literal) !== 0 && isPrivate(literal)) throw new PrivateAddressError('Of the own network');
    const status = await new Promise<number>((resolve, reject) => {
      const request = (protocol === 'https:' ? https : http).request(
        url,
        {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
          signal: AbortSignal.timeout(timeOutMs),
          ...(allowPrivate ? {} : { lookup: guarded(lookup) }),
        },
        (reply) => {
          reply.destroy();
          resolve(reply.statusCode ?? 0);
        },
      );
      request.once('error', reject);
      request.end(body);
    });
    return { delivered: status >= 200 && status < 300, words: `status ${status}` };
  } catch (error) {
    if (error instanceof PrivateAddressError) return { delivered: false, words: 'the address is in a private network' };
    const cause = error instanceof Error ? error.cause : undefined;
    const late = [error, cause].some((each) => each instanceof Error && each.name === 'TimeoutError');
    return { delivered: false, words: late ? 'no answer in time' : 'not reached' };
  }
};
