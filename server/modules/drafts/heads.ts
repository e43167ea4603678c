/** What saving must know of a draft besides its revision, remembered so that a save need not read the draft. */
import type { ConfidentialNames } from '../../../engine/index.ts';
import type { Pointer } from '../../../engine/json.ts';
import { bytesOf, maxAnswerBytes } from './bounds.ts';
import type { DraftDocument } from './documents.ts';
import { answerPiece } from './room.ts';

export interface DraftHead {
  /** How long a draft of this form is kept after its last save. */
  draftDays: number;
  /** An upper bound for the size of its answers as JSON. */
  bytes: number;
  /** How large they may become before they are to be counted again among what their owner has. */
  room: number;
  /** Hash of the version of the form that it is filled in with, and the language. */
  form: string;
  language?: string;
  /** Some of its answers are locked: a save has to read them. None comes to be locked later. */
  locked: boolean;
  /** Places of answers that the portal filled in and nobody has changed since. */
  prefilled: readonly Pointer[];
  /** The task that decides who may write. */
  task?: string;
  /** Whether nothing of its form is kept from anybody, by what the council kept then. */
  plain?: { names: ConfidentialNames; is: boolean };
}

const mostRemembered = 5_000;

export interface DraftHeads {
  get: (id: string) => DraftHead | undefined;
  remember: (draft: DraftDocument) => DraftHead;
}

/** What the portal filled in; of a table of which cells are locked it is told all the same, whoever adds to it. */
export const filledIn = ({ prefilled, locked }: Pick<DraftDocument, 'prefilled' | 'locked'>): Pointer[] =>
  Object.keys(prefilled).filter((place) => !locked.some(({ to }) => to === place || to.startsWith(`${place}/`)));

export const createDraftHeads = (): DraftHeads => {
  const heads = new Map<string, DraftHead>();
  return {
    get: (id) => heads.get(id),
    remember: (draft) => {
      const { _id, draftDays, answers, locked, task, form, language } = draft;
      const head: DraftHead = {
        draftDays,
        bytes: bytesOf(answers),
        room: task === undefined ? answerPiece : maxAnswerBytes,
        form: form.hash,
        locked: locked.length > 0,
        prefilled: filledIn(draft),
        ...(language === undefined ? {} : { language }),
        ...(task === undefined ? {} : { task }),
      };
      heads.delete(_id);
      heads.set(_id, head);
      const oldest = heads.size > mostRemembered ? heads.keys().next().value : undefined;
      if (oldest !== undefined) heads.delete(oldest);
      return head;
    },
  };
};
