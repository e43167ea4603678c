/** Documents that are sent along with a task. They wait in the sender's hands until it is sent; what is not sent is swept away. */
import type { Readable } from 'node:stream';
import type { Attachment } from '../../wire/form.ts';
import { problem } from '../http/errors.ts';
import { keepUpload } from './drafts-attachments.ts';
import type { AttachmentDocument } from './drafts-documents.ts';
import type { TaskFile } from './tasks-document.ts';
import type { TaskParts } from './tasks-parts.ts';

/** In place of a draft, what the sender's documents belong to. */
export const senderOf = (accountId: string): string => `sender:${accountId}`;

const rules = { at: '', extensions: ['jpg', 'jpeg', 'png', 'doc', 'docx', 'pdf'], maxBytes: 15 * 1024 * 1024 };

/** Streams a document in. Throws file-refused with the exact words. */
export const uploadToSend = (
  parts: Pick<TaskParts, 'store' | 'blobs' | 'scanner'>,
  accountId: string,
  name: string,
  stream: Readable,
): Promise<Attachment> => keepUpload(parts, { owner: accountId, draft: senderOf(accountId) }, { stream, name, rules });

/** The sender's own documents with these ids, kept from now on. Throws request-invalid for any other. */
export const keepToSend = async (
  { store }: Pick<TaskParts, 'store'>,
  accountId: string | undefined,
  ids: readonly string[],
): Promise<TaskFile[]> => {
  const files: TaskFile[] = [];
  for (const [index, id] of ids.entries()) {
    const found = accountId === undefined ? undefined : await store.get<AttachmentDocument>('attachments', id);
    const usable = found !== undefined && found.state !== 'removed' && found.state !== 'infected';
    if (!usable || found.draft !== senderOf(accountId ?? ''))
      throw problem('request-invalid', {
        errors: [{ pointer: `/documents/${index}`, message: 'This document is no longer here. Upload it again.' }],
      });
    if ((await store.patch('attachments', { _id: { eq: id } }, { set: { sent: true } })) === undefined)
      throw problem('conflict');
    const { name, bytes, mediaType } = found;
    files.push({ id, name, bytes, mediaType });
  }
  return files;
};
