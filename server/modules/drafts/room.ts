/** How much one account can keep in forms that are not submitted, and one form of documents. What the council sent to be filled in does not count. */
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import { problem } from '../../core/errors.ts';
import { createAllowances, type Allowance, type Counted } from '../../platform/allowances/allowances.ts';
import { every } from '../../platform/storage/every.ts';
import type { Store } from '../../platform/storage/store.ts';
import { bytesOf, maxAnswerBytes } from './bounds.ts';
import type { AttachmentDocument, DraftDocument } from './documents.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Answers are counted in pieces of so many bytes, so that a save need not count them. */
export const answerPiece = 256 * kilobyte;

/** What is counted for answers of so many bytes: there is always room for half a piece more. */
const countedFor = (bytes: number): number =>
  Math.min(Math.ceil((bytes + answerPiece / 2) / answerPiece) * answerPiece, maxAnswerBytes);

/** Under which allowances lie in the store. */
export const allowanceIds = {
  drafts: (account: string): string => `drafts:${account}`,
  documents: (account: string): string => `documents:${account}`,
  ofDraft: (draft: string): string => `draft:${draft}`,
};

type Arriving = Pick<AttachmentDocument, '_id' | 'bytes'> & {
  draft: DraftDocument;
  /** Documents that the form takes, as whoever adds one sees them. */
  maxFiles: number;
  /** Documents in it that whoever adds one may not see. */
  unseen: number;
};

export interface Room {
  /** Counts a draft that is about to begin with answers of so many bytes. Throws account-full. */
  begin: (owner: string, id: string, bytes: number) => Promise<void>;
  /** Counts answers that grow to so many bytes; gives how far they may grow before they are to be counted again. Throws account-full. */
  answers: (owner: string, id: string, bytes: number) => Promise<number>;
  /** Counts a document that is about to be there. Throws too-many-files or account-full. */
  document: (arriving: Arriving) => Promise<void>;
  /** A draft that was submitted, or is not there any more. */
  over: (draft: Pick<DraftDocument, '_id' | 'owner'>) => Promise<void>;
  /** A document that is not there any more. */
  withoutDocument: (document: Pick<AttachmentDocument, '_id' | 'owner' | 'draft'>) => Promise<void>;
}

export interface RoomParts {
  store: Store;
  clock: Clock;
  config: Pick<Config, 'draftsPerAccount' | 'answersPerAccount' | 'documentsPerAccount'>;
}

const written = new Intl.NumberFormat('en-GB');

export const tooManyFiles = (maxFiles: number) =>
  problem('too-many-files', { detail: `This form can hold ${maxFiles} documents. Remove one that is not needed.` });

export const createRoom = ({ store, clock, config }: RoomParts): Room => {
  const { draftsPerAccount, answersPerAccount, documentsPerAccount } = config;
  const allowances = createAllowances(store, clock);

  const isOpen = async (id: string): Promise<boolean> =>
    (await store.count('drafts', {
      _id: { eq: id },
      status: { eq: 'open' },
      expiresAt: { gt: clock.now().toISOString() },
    })) === 1;

  const openDrafts = async function* (owner: string): AsyncGenerator<DraftDocument> {
    const now = clock.now().toISOString();
    const query = { filter: { owner: { eq: owner } }, sort: { path: 'savedAt', direction: 'asc' }, atOnce: 1 } as const;
    for await (const draft of every(store, 'drafts', query))
      if (draft.status === 'open' && draft.task === undefined && draft.expiresAt > now) yield draft;
  };

  const documentsOf = async (draft: string, into = new Map<string, number>()): Promise<Map<string, number>> => {
    const query = { filter: { draft: { eq: draft } }, sort: { path: '_id', direction: 'asc' } } as const;
    for await (const { _id, bytes, state } of every(store, 'attachments', query))
      if (state !== 'removed') into.set(_id, bytes);
    return into;
  };

  const attached = async (id: string): Promise<AttachmentDocument | undefined> => {
    const found = await store.get('attachments', id);
    return found?.state === 'removed' ? undefined : found;
  };

  const drafts = (owner: string): Allowance => ({
    id: allowanceIds.drafts(owner),
    most: { count: draftsPerAccount, bytes: answersPerAccount * megabyte },
    all: async (): Promise<Counted> => {
      const found = new Map<string, number>();
      for await (const { _id, answers } of openDrafts(owner)) found.set(_id, countedFor(bytesOf(answers)));
      return found;
    },
    isThere: isOpen,
  });

  const documents = (owner: string): Allowance => ({
    id: allowanceIds.documents(owner),
    most: { count: Number.MAX_SAFE_INTEGER, bytes: documentsPerAccount * megabyte },
    all: async () => {
      const found = new Map<string, number>();
      for await (const { _id } of openDrafts(owner)) await documentsOf(_id, found);
      return found;
    },
    isThere: async (id) => {
      const found = await attached(id);
      return found !== undefined && (await isOpen(found.draft));
    },
  });

  const ofDraft = (draft: string, most: number): Allowance => ({
    id: allowanceIds.ofDraft(draft),
    most: { count: most, bytes: Number.MAX_SAFE_INTEGER },
    all: () => documentsOf(draft),
    isThere: async (id) => (await attached(id)) !== undefined,
  });

  const fullOfAnswers = () =>
    problem('account-full', {
      detail: `The answers in your saved forms that are not submitted come to ${written.format(answersPerAccount)} MB together, which is the most that an account can keep. Delete a saved form that you no longer need, or submit one.`,
    });

  return {
    begin: async (owner, id, bytes) => {
      const counting = await allowances.take(drafts(owner), id, countedFor(bytes));
      if (counting === 'too-many')
        throw problem('account-full', {
          detail: `You have ${draftsPerAccount} saved forms that are not submitted, which is the most that an account can have. Delete one that you no longer need, or submit one, then start this form.`,
        });
      if (counting === 'too-many-bytes') throw fullOfAnswers();
    },

    answers: async (owner, id, bytes) => {
      const wanted = countedFor(bytes);
      if ((await allowances.grow(drafts(owner), id, wanted)) !== 'counted') throw fullOfAnswers();
      return wanted;
    },

    document: async ({ _id, bytes, draft, maxFiles, unseen }) => {
      if ((await allowances.take(ofDraft(draft._id, maxFiles + unseen), _id, bytes)) !== 'counted')
        throw tooManyFiles(maxFiles);
      if (draft.task !== undefined) return;
      if ((await allowances.take(documents(draft.owner), _id, bytes)) === 'counted') return;
      await allowances.release(allowanceIds.ofDraft(draft._id), _id);
      throw problem('account-full', {
        detail: `With this document, the documents in your saved forms that are not submitted would come to more than ${written.format(documentsPerAccount)} MB, which is the most that an account can keep. Remove documents, or delete a saved form that you no longer need.`,
      });
    },

    over: async ({ _id, owner }) => {
      await allowances.release(allowanceIds.drafts(owner), _id);
      for (const id of (await documentsOf(_id)).keys()) await allowances.release(allowanceIds.documents(owner), id);
      await allowances.end(allowanceIds.ofDraft(_id));
    },

    withoutDocument: async ({ _id, owner, draft }) => {
      await allowances.release(allowanceIds.ofDraft(draft), _id);
      await allowances.release(allowanceIds.documents(owner), _id);
    },
  };
};
