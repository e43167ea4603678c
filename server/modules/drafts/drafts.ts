/** Forms that are being filled in: begun, read, listed, saved and thrown away by the person whose they are. */
import { isConfidentialFrom, type Seen } from '../../../engine/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { Draft, DraftSummary, Saved } from '../../../wire/form.ts';
import { problem } from '../../core/errors.ts';
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../platform/storage/store.ts';
import { mayHave, notForPerson, type AccountRecord, type Accounts } from '../accounts/index.ts';
import type { Catalogue, FormVersion, Registers } from '../catalogue/index.ts';
import { beginDraft } from './begin.ts';
import { bytesOf, maxAnswerBytes, refuseFarOver } from './bounds.ts';
import type { DraftDocument } from './documents.ts';
import { createDraftHeads } from './heads.ts';
import { createGuard } from './guard.ts';
import { isWithheld, type Judge, type Viewers, type ViewerContext, type SeenCopy } from './viewers.ts';
import { newerThan } from './renew.ts';
import { guardedRenewal } from './renew-guarded.ts';
import type { LateWords } from './renew.ts';
import type { Room } from './room.ts';
import { mayWrite, openDraft, saveDraft } from './save.ts';
import type { DraftChange, SaveParts, WriteGuard } from './save.ts';
import { subjectText } from './subject.ts';

export interface Drafts {
  /** Begins the newest version of `form`. Throws not-found for a form that is not offered, forbidden for one that is not for them, answers-far-over or account-full. */
  create: (owner: string, form: string, carried: JsonObject, language?: string) => Promise<Draft>;
  read: (owner: string, id: string) => Promise<Draft>;
  /** Newest first; only those of `form` when it is given. */
  list: (owner: string, form?: string) => Promise<DraftSummary[]>;
  save: (owner: string, id: string, change: DraftChange) => Promise<Saved>;
  /**
   * Carries the draft to the newest version of its form, along with words that were written on a page of an older one. The draft itself
   * when there is nothing to carry. Throws not-found, conflict, draft-submitted, gone or answers-far-over.
   */
  renew: (owner: string, id: string, revision: number, late?: LateWords) => Promise<Draft>;
  /** The document itself, for what is done with a draft; throws not-found, draft-submitted or gone. */
  open: (owner: string, id: string) => Promise<DraftDocument>;
  /** Says who decides on drafts that belong to tasks; until then nobody writes in them. */
  keepTasks: (keeper: WriteGuard) => void;
  /** Says who knows how people stand to answers; until then nobody sees any. */
  askOf: (viewers: Viewers) => void;
  /** What somebody sees of a draft, whoever they are: that they may see it at all is decided before. */
  see: (draft: DraftDocument, accountId: string) => Promise<SeenCopy>;
  /** Somebody as a form is judged for them when they submit it. */
  judge: (draft: DraftDocument, accountId: string) => Promise<Judge>;
  /** How somebody stands to what a draft or a submission holds. */
  look: (of: Pick<DraftDocument, 'task'>, accountId: string) => Promise<ViewerContext>;
  /** The version that a draft is filled in with. */
  formVersionOf: (draft: DraftDocument) => Promise<FormVersion>;
}

export interface DraftsParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  catalogue: Catalogue;
  registers: Pick<Registers, 'named'>;
  accounts: Accounts;
  room: Room;
}

const mostListed = 100;
/** More than that, for the forms of tasks lie among them. */
const mostRead = 500;

export const createDrafts = (parts: DraftsParts): Drafts => {
  const { store, clock, catalogue, accounts, room } = parts;
  const heads = createDraftHeads();
  let kept: WriteGuard | undefined;
  const keeper = (): WriteGuard | undefined => kept;
  const formOf: SaveParts['formOf'] = async (hash, language) =>
    (await catalogue.formVersion(hash))?.inLanguage(language);

  const findFormVersion = async ({ form }: DraftDocument): Promise<FormVersion | undefined> =>
    (await catalogue.formVersion(form.hash)) ??
    (await catalogue.version(form.id, form.version)) ??
    (await catalogue.newest(form.id));

  const formVersionOf = async (draft: DraftDocument): Promise<FormVersion> => {
    const formVersion = await findFormVersion(draft);
    if (formVersion === undefined)
      throw problem('gone', { detail: 'This form is no longer offered. Ask the team named under Contact.' });
    return formVersion;
  };

  const guard = createGuard({ store, clock, timeZone: parts.timeZone, formVersionOf });

  const summary = async (draft: DraftDocument, known?: Seen): Promise<DraftSummary> => {
    const formVersion = await findFormVersion(draft);
    const { _id, form, lastPage, startedAt, savedAt, expiresAt, revision, owner } = draft;
    const seen = formVersion === undefined ? undefined : (known ?? (await guard.see(draft, owner)));
    const subject =
      formVersion === undefined || seen === undefined
        ? ''
        : subjectText(formVersion.definition.manifest.subject, seen.answers);
    return { id: _id, form: formVersion?.ref ?? form, subject, lastPage, startedAt, savedAt, expiresAt, revision };
  };

  const onWire = async (draft: DraftDocument): Promise<Draft> => {
    const { pages, prefilled, locked, language, task, renewed, unplaced = {} } = draft;
    await formVersionOf(draft);
    const seen = await guard.see(draft, draft.owner);
    const { parties } = await guard.look(draft, draft.owner);
    const newer = await newerThan(catalogue, draft.form);
    return {
      ...(await summary(draft, seen)),
      answers: seen.answers,
      ...(seen.notAsked.length === 0 ? {} : { notAsked: seen.notAsked }),
      pages,
      context: seen.context.values,
      prefilled: Object.fromEntries(Object.entries(prefilled).filter(([place]) => !isWithheld(seen, place))),
      locked: locked.map(({ to }) => to).filter((place) => !isWithheld(seen, place)),
      ...(language === undefined ? {} : { language }),
      ...(task === undefined ? {} : { task }),
      ...(newer === undefined ? {} : { newer: newer.ref.version }),
      ...(renewed === undefined ? {} : { renewed }),
      unplaced: Object.entries(unplaced)
        .filter(([, { keptFrom }]) => !isConfidentialFrom(keptFrom, parties))
        .map(([key, { label, lines, page }]) => ({ key, label, lines, page })),
    };
  };

  const accountOf = async (owner: string): Promise<AccountRecord> => {
    const account = await accounts.get(owner);
    if (account === undefined) throw problem('sign-in-needed');
    return account;
  };

  return {
    create: async (owner, form, carried, language) => {
      const formVersion = await catalogue.newest(form);
      if (formVersion === undefined || formVersion.definition.manifest.kind !== 'application')
        throw problem('not-found');
      const account = await accountOf(owner);
      const { audience } = formVersion.definition.manifest;
      // Somebody of the council begins a form for whoever cannot.
      if (account.role === 'applicant' && !mayHave(audience, account))
        throw problem('forbidden', { detail: notForPerson(audience, account) });
      refuseFarOver(await formVersion.inLanguage(language), carried);
      const draft = await beginDraft(parts, {
        owner: account,
        formVersion,
        language,
        carried,
        count: (id, bytes) => room.begin(owner, id, bytes),
      });
      return onWire(draft);
    },

    read: async (owner, id) => onWire(await openDraft(parts, owner, id)),

    list: async (owner, form) => {
      const page = await store.find('drafts', {
        filter: { owner: { eq: owner } },
        sort: { path: 'savedAt', direction: 'desc' },
        limit: mostRead,
      });
      const now = clock.now().toISOString();
      const open = page.items.filter(
        (draft) =>
          draft.status === 'open' &&
          draft.task === undefined &&
          draft.expiresAt > now &&
          (form === undefined || draft.form.id === form),
      );
      return Promise.all(open.slice(0, mostListed).map((draft) => summary(draft)));
    },

    save: (owner, id, change) => saveDraft({ store, clock, heads, keeper, formOf, guard, room }, owner, id, change),

    renew: async (owner, id, revision, late) => {
      const draft = await openDraft(parts, owner, id);
      if (draft.task !== undefined) await mayWrite({ keeper }, draft.task, owner);
      if (draft.revision !== revision) throw problem('conflict', { revision: draft.revision });
      const lateForm = late === undefined ? undefined : await formOf(late.form, draft.language);
      if (late !== undefined && lateForm !== undefined) refuseFarOver(lateForm, late.set);
      const next = await guardedRenewal({ catalogue, guard, clock }, draft, await formVersionOf(draft), owner, late);
      if (next === undefined) return onWire(draft);
      if (bytesOf(next.answers) > maxAnswerBytes) throw problem('too-large');
      const { form, answers, locked, prefilled, offered, pages, lastPage, renewed, unplaced } = next;
      const set = {
        form: { ...form },
        locked: locked.map((each) => ({ ...each })),
        prefilled,
        ...(offered === undefined ? {} : { offered }),
        answers,
        pages,
        lastPage,
        renewed: { ...renewed },
        unplaced: Object.fromEntries(Object.entries(unplaced).map(([key, each]) => [key, { ...each }])),
        ...(next.writers === undefined ? {} : { writers: next.writers }),
      };
      const open = { _id: { eq: id }, owner: { eq: owner }, revision: { eq: revision }, status: { eq: 'open' } };
      const changed = await store.update('drafts', open, { set });
      if (changed === undefined) throw problem('conflict', { revision: (await openDraft(parts, owner, id)).revision });
      heads.remember(changed);
      return onWire(changed);
    },

    open: (owner, id) => openDraft(parts, owner, id),
    keepTasks: (keeper) => {
      kept = keeper;
    },
    askOf: guard.askOf,
    see: guard.see,
    judge: guard.judge,
    look: guard.look,
    formVersionOf,
  };
};
