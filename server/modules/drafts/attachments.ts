/** Documents that belong to a draft, and later to what is submitted from it. */
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { documentsIn, type Seen } from '../../../engine/index.ts';
import type { Attachment } from '../../../wire/form.ts';
import { acceptUpload, type Upload } from '../../platform/attachments/accept.ts';
import type { Scanner } from '../../platform/attachments/scan.ts';
import { problem } from '../../core/errors.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import type { Clock } from '../../core/clock.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { changedWith, noteEffect, notesOf, type Noted } from '../../platform/effects/pending.ts';
import { StoreUnavailableError, type Store } from '../../platform/storage/store.ts';
import type { AttachmentDocument, ScanState } from './documents.ts';
import type { Drafts } from './drafts.ts';
import { tooManyFiles, type Room } from './room.ts';
import { newId } from '../../core/ids.ts';

export interface Attachments {
  /** Streams a file in. Throws file-refused with the exact words, too-many-files, account-full, or what `Drafts.open` throws. */
  upload: (owner: string, draftId: string, name: string, stream: Readable) => Promise<Attachment>;
  /** Takes it off the draft at once; a sweep erases it some minutes later. */
  remove: (owner: string, draftId: string, id: string) => Promise<void>;
  /** The documents of a draft, without removed ones. */
  of: (draftId: string) => Promise<AttachmentDocument[]>;
  /** What the scanner said of each, by id; ids that are not there any more are left out. */
  scans: (ids: readonly string[]) => Promise<Map<string, ScanState>>;
  /**
   * The bytes of one document; who may see the draft or submission is decided before. Somebody gets those that the answers name which they
   * see, and of a draft what they added themselves; of any other nobody could say from whom it is kept. What was submitted holds
   * its documents even if one was removed in that very moment. Throws not-found or file-waiting.
   */
  open: (
    draftId: string,
    id: string,
    of: 'draft' | 'submission',
    /** `undefined` is the service itself, and whoever may have it for another reason. */
    reader: DocumentReader | undefined,
  ) => Promise<{ document: AttachmentDocument; stream: Readable }>;
  /** Takes all documents off a draft, or those that `keep` does not name; a sweep erases them. */
  removeAll: (draftId: string, keep?: readonly string[]) => Promise<void>;
  /** Takes a document away for good, bytes first, so that none is left without its record. */
  erase: (document: AttachmentDocument) => Promise<void>;
}

/** Who asks for a document, and what they see of the answers. */
export interface DocumentReader {
  accountId: string;
  seen: Pick<Seen, 'answers' | 'documents'>;
}

export interface AttachmentsParts {
  store: Store;
  clock: Clock;
  audit: Audit;
  blobs: Blobs;
  scanner: Scanner | undefined;
  log: Pick<Logger, 'warn'>;
  drafts: Drafts;
  room: Room;
}

/** More than any manifest allows. */
const mostOfOne = 500;

const attachmentOnWire = ({ _id, name, bytes, mediaType, state }: AttachmentDocument): Attachment => ({
  id: _id,
  name,
  bytes,
  mediaType,
  scan: state === 'clean' || state === 'unscanned' ? state : 'waiting',
});

/** Counts a document before it is there, and no longer where it could not be kept. */
interface Counter {
  add: (document: Pick<AttachmentDocument, '_id' | 'bytes'>) => Promise<void>;
  takeBack: (id: string) => Promise<void>;
}

/** Streams a document in for what `draft` names, which `owner` holds. Throws file-refused at `rules.at` with the exact words, and what `counter` throws. */
export const keepUpload = async (
  { store, blobs, scanner, audit, log }: Pick<AttachmentsParts, 'store' | 'blobs' | 'scanner' | 'audit' | 'log'>,
  belongs: Pick<AttachmentDocument, 'owner' | 'draft'>,
  upload: Pick<Upload, 'stream' | 'name'> & { rules: Upload['rules'] & { at: string } },
  counter?: Counter,
): Promise<Attachment> => {
  const result = await acceptUpload({ ...upload, blobs, scanner });
  if ('code' in result) {
    const { code, message } = result;
    if (code === 'infected') {
      const { owner, draft } = belongs;
      await audit.append({ actor: owner, action: 'document-refused', subject: { kind: 'draft', id: draft } });
      log.warn({ draft }, 'document refused: a virus was found');
    }
    throw problem('file-refused', { detail: message, errors: [{ pointer: upload.rules.at, keyword: code, message }] });
  }
  const { id: blob, name, bytes, mediaType, sha256, scan: state } = result;
  const _id = newId();
  try {
    await counter?.add({ _id, bytes });
  } catch (error) {
    await blobs.delete(blob);
    throw error;
  }
  try {
    const document = await store.insert('attachments', {
      _id,
      ...belongs,
      name,
      bytes,
      mediaType,
      sha256,
      blob,
      state,
    });
    return attachmentOnWire(document);
  } catch (error) {
    // It may have been stored all the same; bytes that turn out to have no record are swept.
    if (error instanceof StoreUnavailableError) throw error;
    await counter?.takeBack(_id);
    await blobs.delete(blob);
    throw error;
  }
};

const maySee = (
  { accountId, seen }: DocumentReader,
  { _id, owner }: AttachmentDocument,
  of: 'draft' | 'submission',
): boolean =>
  !seen.documents.has(_id) && (documentsIn(seen.answers).includes(_id) || (of === 'draft' && owner === accountId));

export const createAttachments = (parts: AttachmentsParts): Attachments => {
  const { store, clock, blobs, drafts, room } = parts;
  const find = async (draftId: string, id: string): Promise<AttachmentDocument> => {
    const document = await store.get('attachments', id);
    if (document === undefined || document.draft !== draftId) throw problem('not-found');
    return document;
  };

  const of = async (draftId: string): Promise<AttachmentDocument[]> => {
    const page = await store.find('attachments', {
      filter: { draft: { eq: draftId } },
      sort: { path: '_id', direction: 'asc' },
      limit: mostOfOne,
    });
    return page.items.filter(({ state }) => state !== 'removed');
  };

  const takeOff = async (document: AttachmentDocument, noted: Noted): Promise<void> => {
    if (document.state === 'removed') return;
    const change = ({ state }: AttachmentDocument) =>
      state === 'removed' ? undefined : { set: { state: 'removed', was: state } };
    const removed = await changedWith(store, 'attachments', document._id, change, notesOf(noted));
    if (removed === undefined) throw problem('conflict');
    await writeNotes(parts, 'attachments', removed);
    await room.withoutDocument(document);
  };

  const erase = async (document: AttachmentDocument): Promise<void> => {
    await blobs.delete(document.blob);
    await store.delete('attachments', { _id: { eq: document._id } });
  };

  return {
    upload: async (owner, draftId, name, stream) => {
      const draft = await drafts.open(owner, draftId);
      const rules = (await drafts.formVersionOf(draft)).definition.manifest.attachments;
      if (rules === undefined) throw problem('not-found');
      const { documents } = await drafts.see(draft, owner);
      const { maxFiles } = rules;
      const there = await of(draftId);
      const unseen = there.filter(({ _id }) => documents.has(_id)).length;
      if (there.length - unseen >= maxFiles) throw tooManyFiles(maxFiles);
      return keepUpload(
        parts,
        { owner, draft: draftId },
        { stream, name, rules },
        {
          add: (document) => room.document({ ...document, draft, maxFiles, unseen }),
          takeBack: (_id) => room.withoutDocument({ _id, owner: draft.owner, draft: draftId }),
        },
      );
    },

    remove: async (owner, draftId, id) => {
      const { documents } = await drafts.see(await drafts.open(owner, draftId), owner);
      if (documents.has(id)) throw problem('not-found');
      const entry = { actor: owner, action: 'attachment-deleted', subject: { kind: 'attachment', id } } as const;
      await takeOff(await find(draftId, id), noteEffect(entry, clock.now()));
    },

    of,

    removeAll: async (draftId, keep = []) => {
      for (const document of await of(draftId)) if (!keep.includes(document._id)) await takeOff(document, 'not noted');
    },

    scans: async (ids) => {
      const found = new Map<string, ScanState>();
      for (const id of ids) {
        const document = await store.get('attachments', id);
        const state = document?.state === 'removed' ? document.was : document?.state;
        if (state !== undefined) found.set(id, state);
      }
      return found;
    },

    open: async (draftId, id, holder, reader) => {
      const document = await find(draftId, id);
      if (reader !== undefined && !maySee(reader, document, holder)) throw problem('not-found');
      if (document.state === 'removed' && holder === 'draft') throw problem('not-found');
      const scan = document.state === 'removed' ? document.was : document.state;
      if (scan === 'waiting') throw problem('file-waiting');
      if (scan !== 'clean' && scan !== 'unscanned') throw problem('not-found');
      return { document, stream: await blobs.open(document.blob) };
    },

    erase,
  };
};
