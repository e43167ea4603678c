/** Documents that the council sends along, with a task or a response. They wait in the sender's hands until they are sent; what is not is swept away. */
import type { Readable } from 'node:stream';
import type { Attachment } from '../../../wire/form.ts';
import type { SentFile } from '../../../wire/form.ts';
import { problem } from '../../core/errors.ts';
import { keepUpload } from './attachments.ts';
import type { AttachmentsParts } from './attachments.ts';

type Parts = Pick<AttachmentsParts, 'store' | 'blobs' | 'scanner' | 'audit' | 'log'>;

/** In place of a draft, what the sender's documents belong to. */
export const senderOf = (accountId: string): string => `sender:${accountId}`;

const rules = { at: '', extensions: ['jpg', 'jpeg', 'png', 'doc', 'docx', 'pdf'], maxBytes: 15 * 1024 * 1024 };

/** Streams a document in. Throws file-refused with the exact words. */
export const uploadToSend = (parts: Parts, accountId: string, name: string, stream: Readable): Promise<Attachment> =>
  keepUpload(parts, { owner: accountId, draft: senderOf(accountId) }, { stream, name, rules });

/**
 * The sender's own documents with these ids, kept from now on: for `submission`, to which they then belong, or else for tasks. The same
 * again changes nothing. Throws request-invalid for any other.
 */
export const keepToSend = async (
  { store }: Pick<Parts, 'store'>,
  accountId: string | undefined,
  ids: readonly string[],
  submission?: string,
): Promise<SentFile[]> => {
  const files: SentFile[] = [];
  for (const [index, id] of ids.entries()) {
    const found = accountId === undefined ? undefined : await store.get('attachments', id);
    const usable =
      found !== undefined && found.owner === accountId && found.state !== 'removed' && found.state !== 'infected';
    const isHere = found?.draft === senderOf(accountId ?? '') || (found?.sent === true && found.draft === submission);
    if (!usable || !isHere)
      throw problem('request-invalid', {
        errors: [{ pointer: `/documents/${index}`, message: 'This document is no longer here. Upload it again.' }],
      });
    const set = { sent: true, ...(submission === undefined ? {} : { draft: submission }) };
    if ((await store.patch('attachments', { _id: { eq: id } }, { set })) === undefined) throw problem('conflict');
    const { name, bytes, mediaType } = found;
    files.push({ id, name, bytes, mediaType });
  }
  return files;
};
