/** Sends bytes that were compressed beforehand, in the best encoding that the client takes. */
import Negotiator from 'negotiator';
import type { Reply } from './route.ts';

/** The same bytes in each encoding. */
export interface Packed {
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
}

export interface PackedParts {
  packed: Packed;
  type: string;
  /** With its quotes. */
  etag: string;
  /** What stands at this address never changes. */
  forEver: boolean;
  header: (name: string) => string | undefined;
}

/** The smallest encoding that is named and not forbidden by `q=0`; clients name gzip first by habit, not by preference. */
export const encodingFor = (accepted: string): 'br' | 'gzip' | 'plain' => {
  const taken = new Negotiator({ headers: { 'accept-encoding': accepted } }).encodings(['br', 'gzip']);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : 'plain';
};

export const packedReply = ({ packed, type, etag, forEver, header }: PackedParts): Reply => {
  const headers: Record<string, string> = {
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  const known = header('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag) === true) return { status: 304, headers };
  const encoding = encodingFor(header('accept-encoding') ?? '');
  if (encoding !== 'plain') headers['Content-Encoding'] = encoding;
  return { status: 200, stream: packed[encoding], headers: { ...headers, 'Content-Type': type } };
};
