/** Sends bytes that were compressed beforehand, in the best encoding that the client takes. */
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

/** The encodings that are named and not forbidden by `q=0`, best first. */
export const encodingFor = (accepted: string): 'br' | 'gzip' | 'plain' => {
  const named = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim()))
    .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name);
  if (named.includes('br')) return 'br';
  return named.includes('gzip') ? 'gzip' : 'plain';
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
