/** Stands between a draft and whoever reads or writes in it: what they may not see is not sent to them, and what they send does not touch it. */
import { answersAfter, answersFor, confidentialQuestions } from '../../../engine/index.ts';
import type { AnswersForViewer, CompiledForm, ConfidentialNames, Seen, Sent } from '../../../engine/index.ts';
import { sameJson } from '../../../engine/json.ts';
import { today } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { FormVersion } from '../catalogue/index.ts';
import type { AnswerWriters, DraftDocument } from './documents.ts';
import {
  contextsOf,
  seenInDraft,
  viewerOf,
  type Judge,
  type Viewers,
  type ViewerContext,
  type SeenCopy,
} from './viewers.ts';
import { keepingLocked, merged } from './prefill.ts';

/** A change as it is to be stored. */
export interface GuardedChange extends Sent {
  /** Absent where nobody notes who wrote what. */
  writers?: AnswerWriters;
  /** Whole top-level answers that came to be asked of whoever saves and were there already, or are locked and not what was sent. */
  shown?: AnswersForViewer;
}

export interface DraftGuard {
  /** Says who knows how people stand to answers; until then nobody sees any. */
  askOf: (viewers: Viewers) => void;
  see: (draft: DraftDocument, accountId: string) => Promise<SeenCopy>;
  /** The change to store when somebody sends `sent`: what they may not see stays, and what is locked is put back. */
  after: (draft: DraftDocument, accountId: string, sent: Sent) => Promise<GuardedChange>;
  /** Somebody as the engine judges a form for them when they submit it, with all who wrote in it. */
  judge: (draft: DraftDocument, accountId: string) => Promise<Judge>;
  /** How somebody stands to what a draft holds. */
  look: (draft: Pick<DraftDocument, 'task'>, accountId: string) => Promise<ViewerContext>;
  /** In a form of this version nothing is kept from anybody: whoever fills it in alone sees all of it. */
  isPlain: (form: CompiledForm) => boolean;
  names: () => ConfidentialNames;
}

export interface GuardParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  formVersionOf: (draft: DraftDocument) => Promise<FormVersion>;
}

const mostDocuments = 500;

/** The documents of a draft or submission that an account added, asked for only where the form keeps some from people. */
export const documentsAddedBy = async (
  { store }: Pick<GuardParts, 'store'>,
  form: CompiledForm,
  of: string,
  accountId: string,
): Promise<ReadonlySet<string>> => {
  if (form.definition.manifest.attachments?.confidentialFrom === undefined) return new Set();
  const { items } = await store.find('attachments', {
    filter: { draft: { eq: of } },
    sort: { path: '_id', direction: 'asc' },
    limit: mostDocuments,
  });
  return new Set(items.filter(({ owner }) => owner === accountId).map(({ _id }) => _id));
};

/** Top-level names of the answers that whoever saved sees now and could not see before. */
const newlyShown = (before: Seen, after: Seen): string[] => {
  const still = new Set(after.withheld);
  return before.withheld.filter((place) => !still.has(place)).map((place) => place.split('/')[1] ?? '');
};

/** Who wrote what once somebody has saved a change. Of a draft of an older release, only whoever wrote alone is known. */
const writersAfter = (draft: DraftDocument, change: Sent, { accountId, alone }: ViewerContext): AnswerWriters => {
  const before =
    draft.writers ??
    Object.fromEntries(Object.keys(draft.answers).map((key) => [key, alone ? [accountId] : ['unknown']]));
  const written = Object.entries(change.set).filter(([key, value]) => !sameJson(draft.answers[key], value));
  return {
    ...Object.fromEntries(Object.entries(before).filter(([key]) => !change.unset.includes(key))),
    ...Object.fromEntries(
      written.map(([key]) => [
        key,
        [...new Set([...(Object.hasOwn(before, key) ? (before[key] ?? []) : filledIn(draft, key)), accountId])],
      ]),
    ),
  };
};

/** An answer that was there before anybody wrote: it is the service's. */
const filledIn = ({ answers }: DraftDocument, key: string): string[] =>
  Object.hasOwn(answers, key) ? ['service'] : [];

export const createGuard = ({ store, clock, timeZone, formVersionOf }: GuardParts): DraftGuard => {
  let asked: Viewers | undefined;
  const viewers = (): Viewers => {
    if (asked === undefined) throw problem('not-found');
    return asked;
  };
  const formOf = async (draft: DraftDocument): Promise<CompiledForm> =>
    (await formVersionOf(draft)).inLanguage(draft.language);
  const plain = new WeakMap<CompiledForm, { names: ConfidentialNames; is: boolean }>();

  return {
    askOf: (given) => {
      asked = given;
    },
    names: () => viewers().names(),
    judge: async (draft, accountId) => {
      const viewerContext = await viewers().at(accountId, draft.task);
      const added = await documentsAddedBy({ store }, await formOf(draft), draft._id, accountId);
      const writers = draft.task === undefined ? [] : await viewers().writersOf(draft.task);
      const { wrote } = viewerOf(draft, viewerContext, added);
      return {
        parties: [...viewerContext.parties],
        names: viewerContext.names,
        own: Object.keys(draft.answers).filter(wrote),
        added: [...added],
        holding: viewerContext.holding ?? {},
        writers,
      };
    },
    look: (draft, accountId) => viewers().at(accountId, draft.task),

    isPlain: (form) => {
      const names = viewers().names();
      const known = plain.get(form);
      if (known?.names === names) return known.is;
      const is =
        form.definition.manifest.attachments?.confidentialFrom === undefined &&
        confidentialQuestions(form, names).length === 0;
      plain.set(form, { names, is });
      return is;
    },

    see: async (draft, accountId) => {
      const form = await formOf(draft);
      const viewerContext = await viewers().at(accountId, draft.task);
      const added = await documentsAddedBy({ store }, form, draft._id, accountId);
      return seenInDraft(form, draft, today(clock, timeZone), viewerContext, added);
    },

    after: async (draft, accountId, sent) => {
      const form = await formOf(draft);
      const viewerContext = await viewers().at(accountId, draft.task);
      const added = await documentsAddedBy({ store }, form, draft._id, accountId);
      const [context] = contextsOf({ today: today(clock, timeZone), values: draft.context }, viewerContext);
      const viewer = viewerOf(draft, viewerContext, added);
      const allowed = answersAfter(form, draft.answers, sent, viewer, context);
      const { change, restored } = keepingLocked(draft.answers, allowed, draft.locked);
      const answers = merged(draft.answers, change);
      if (draft.task === undefined) {
        if (restored.length === 0) return change;
        return { ...change, shown: answersFor(form, answers, viewer, context).only(restored) };
      }
      const writers = writersAfter(draft, change, viewerContext);
      const before = answersFor(form, draft.answers, viewer, context);
      const after = answersFor(form, answers, viewerOf({ ...draft, writers }, viewerContext, added), context);
      const keys = new Set([...newlyShown(before, after), ...restored]);
      return { ...change, writers, ...(keys.size === 0 ? {} : { shown: after.only([...keys]) }) };
    },
  };
};
