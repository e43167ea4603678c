/** Answers that a browser saves and never runs. */
import { create } from 'content-disposition';
import type { Readable } from 'node:stream';
import type { Reply } from './route.ts';

/** `Content-Disposition` for any name (RFC 6266): plain ASCII for old clients, the real name beside it where they differ. */
export const disposition = (name: string): string => {
  const whole = name.toWellFormed();
  return create(whole, { fallback: whole.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_') });
};

const sealed = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
};

/** `language`: of its words, as BCP 47 has it. */
export const pdfReply = ({ bytes, language }: { bytes: Buffer; language: string }, name: string): Reply => ({
  status: 200,
  stream: bytes,
  headers: {
    ...sealed,
    'Content-Type': 'application/pdf',
    'Content-Language': language,
    'Content-Length': String(bytes.length),
    'Content-Disposition': disposition(name),
  },
});

/** Its length is not known before it is written. */
export const zipReply = (stream: Readable, name: string): Reply => ({
  status: 200,
  stream,
  headers: { ...sealed, 'Content-Type': 'application/zip', 'Content-Disposition': disposition(name) },
});

export const fileReply = (stream: Readable, file: { name: string; bytes: number; mediaType: string }): Reply => ({
  status: 200,
  stream,
  headers: {
    ...sealed,
    'Content-Type': file.mediaType,
    'Content-Length': String(file.bytes),
    'Content-Disposition': disposition(file.name),
  },
});
