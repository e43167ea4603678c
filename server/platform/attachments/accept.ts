/** Takes in one document: bytes that are what their name says, neither too many nor none, and free of what a scanner knows. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { CutOffError, TooManyBytesError } from '../storage/blobs.ts';
import type { Blobs, Received } from '../storage/blobs.ts';
import { cleanName, extensionOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import { kinds } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { heicExtensions, isHeic } from './pictures.ts';
import type { Scanner } from './scan.ts';

export interface Upload {
  stream: Readable;
  /** As the sender calls it. */
  name: string;
  /** What the form takes; extensions in small letters. */
  rules: { extensions: readonly string[]; maxBytes: number };
  blobs: Blobs;
  /** Absent where there is none. */
  scanner: Scanner | undefined;
}

export interface Accepted {
  /** Of the blob. */
  id: string;
  name: string;
  bytes: number;
  mediaType: string;
  sha256: string;
  /** `waiting`: the scanner could not be asked; nobody may open it before it was. */
  scan: 'clean' | 'waiting' | 'unscanned';
}

type Fault = Exclude<Finding, 'right' | 'other'>;

export interface Refused {
  code: 'extension' | 'empty' | 'too-large' | 'mismatch' | 'heic' | 'infected' | 'cut-off' | Fault;
  /** Plain English, for who sent it. */
  message: string;
}

const refused = (code: Refused['code'], message: string): Refused => ({ code, message });

const megabytes = (bytes: number): string => `${Math.floor((bytes / 1024 / 1024) * 10) / 10} MB`;

const scanned = async (received: Received, scanner: Scanner | undefined): Promise<Accepted['scan'] | 'infected'> => {
  if (scanner === undefined) return 'unscanned';
  const { result } = await scanner.scan(createReadStream(received.path));
  return result === 'unavailable' ? 'waiting' : result;
};

/** As they follow the file's name. */
const faultWords: Record<Fault, string> = {
  locked: 'is protected by a password. Attach a copy without a password.',
  macros:
    'contains macros, which are small programs. Save it as a PDF, or as a Word document without macros (.docx), then attach that.',
  damaged:
    'is damaged or incomplete. Open it to check that nothing is missing, save it again, then attach the saved copy.',
  'too-much': 'is too large when unpacked. Save it as a PDF, then attach that.',
};

const heic = (name: string): Refused =>
  refused(
    'heic',
    `“${name}” is a HEIC picture, which many computers cannot open. Send it as a JPEG.
On an iPhone or iPad: open the picture in Photos, select Share, then Options, then Most Compatible, and Save to Files. Attach what was saved.
For pictures still to be taken: in Settings select Camera, then Formats, then Most Compatible.`,
  );

const look = async (received: Received, kind: Kind, name: string): Promise<Refused | undefined> => {
  const file = await open(received.path, 'r');
  const [finding, iphone] = await Promise.all([kind.look(file, received.bytes), isHeic(file, received.bytes)]).finally(
    () => file.close(),
  );
  if (iphone === 'right') return heic(name);
  if (finding === 'other')
    return refused('mismatch', `“${name}” is not ${kind.words}. Open it, save it as one, and attach that.`);
  return finding === 'right' ? undefined : refused(finding, `“${name}” ${faultWords[finding]}`);
};

const receive = async ({ stream, rules, blobs }: Upload, name: string): Promise<Received | Refused> => {
  try {
    return await blobs.receive(stream, { maxBytes: rules.maxBytes });
  } catch (error) {
    if (error instanceof TooManyBytesError)
      return refused('too-large', `“${name}” is larger than ${megabytes(rules.maxBytes)}. Attach a smaller copy.`);
    if (error instanceof CutOffError)
      return refused('cut-off', `“${name}” did not come in whole. Check your connection and attach it again.`);
    throw error;
  }
};

/** Keeps the document, or says why not; then nothing of it stays. */
export const acceptUpload = async (upload: Upload): Promise<Accepted | Refused> => {
  const { rules, scanner } = upload;
  const name = cleanName(upload.name);
  const extension = extensionOf(name);
  const kind = rules.extensions.includes(extension) ? kinds.get(extension) : undefined;
  if (kind === undefined) {
    if (heicExtensions.has(extension)) return heic(name);
    const what = extension === '' ? `“${name}” has no extension.` : `[${extension}] is not an accepted extension.`;
    return refused('extension', `${what}\nAccepted extensions: ${rules.extensions.join(', ')}`);
  }
  const received = await receive(upload, name);
  if ('code' in received) return received;
  const { bytes, sha256 } = received;
  try {
    if (bytes === 0) return refused('empty', `“${name}” is empty. Attach a file that has something in it.`);
    const fault = await look(received, kind, name);
    if (fault !== undefined) return fault;
    const scan = await scanned(received, scanner);
    if (scan === 'infected')
      return refused('infected', `“${name}” was refused by the virus scanner. Attach a clean copy.`);
    return { id: await received.keep(), name, bytes, mediaType: kind.mediaType, sha256, scan };
  } finally {
    // What was kept is no longer there to be discarded.
    await received.discard();
  }
};
