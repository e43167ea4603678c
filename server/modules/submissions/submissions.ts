/** What has been submitted: seen by who submitted it for a time, and by the council. */
import { daysAfter, type Seen } from '../../../engine/index.ts';
import type { Attachment, Submission, SubmissionSummary } from '../../../wire/form.ts';
import { type Teams, teamsAsked, teamsOf } from '../groups/index.ts';
import { mayRespond, submissionRelationsOf, type SubmissionRelations } from './access.ts';
import { startOfDay } from '../../core/clock.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { effectsAdded, effectsChange, noteEffect } from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import type { Caller } from '../../platform/http/route.ts';
import { countAmong, findAmong, findInAll } from '../../platform/storage/find-among.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import type { Filter, Page, Query, Store } from '../../platform/storage/store.ts';
import {
  type CouncilResponse,
  type People,
  type Room,
  type SeenCopy,
  type ScanState,
  type SubmissionDocument,
  documentsAddedBy,
  noticeEffect,
  titleOf,
} from '../drafts/index.ts';
import type { LimitRule, Limits } from '../../platform/limits/limits.ts';
import { digestOf } from './digest.ts';
import { emptyDraft, recordSubmission } from './record.ts';
import { seenInSubmission } from './seen.ts';
import { searchFilters } from './search.ts';
import { submitDraft } from './submit.ts';
import type { ForTask, SubmitParts } from './submit.ts';

export interface SeenSubmission extends SubmissionRelations {
  submission: SubmissionDocument;
}

export interface ReceivedWanted {
  /** Words typed: a reference or a name. */
  q?: string;
  team?: string;
  /** Id of a form. */
  form?: string;
  standing?: 'new' | 'handled';
  /** The first and the last day on which it came in, both counted. */
  from?: string;
  to?: string;
  /** What is new stands before all the rest, where neither words nor a standing are asked for. */
  newFirst?: boolean;
  after?: string;
  limit: number;
}

export interface Submissions {
  submit: (
    caller: Caller,
    draft: string,
    revision: number,
    /** Needed for, and only for, the draft of a task. */
    forTask?: ForTask,
  ) => Promise<{ submission: SubmissionDocument; fresh: boolean }>;
  /** The caller's own that are still shown, newest first. */
  list: (caller: Caller) => Promise<SubmissionDocument[]>;
  /** The caller's own while it is shown, or one of the caller's teams', with how the caller stands to it. Throws not-found or gone. */
  read: (caller: Caller, id: string) => Promise<SeenSubmission>;
  /** What somebody who may see it at all sees of it. */
  see: (accountId: string, submission: SubmissionDocument, council: boolean) => Promise<SeenCopy>;
  /** What came in for the caller's teams, newest first, or what of it fits. */
  received: (caller: Caller, wanted: ReceivedWanted) => Promise<Page<SubmissionDocument>>;
  /** How many of these teams' are new; `undefined` for all teams. */
  countNew: (teams: readonly string[] | undefined) => Promise<number>;
  /** Says that the council has dealt with it, or has not yet. Throws not-found, or forbidden for whoever only submitted it. */
  stand: (caller: Caller, id: string, standing: 'new' | 'handled') => Promise<SubmissionDocument>;
  /** For the relay: a case was opened from it. */
  handled: (id: string) => Promise<void>;
  /** Mails the caller a link to it. */
  sendLink: (caller: Caller, id: string) => Promise<void>;
  /** For the relay: makes the submission of a frozen draft, then empties the draft. */
  record: (draft: string) => Promise<void>;
  /** For the relay: remembers whom a submission was about. */
  notePerson: (submission: string) => Promise<void>;
}

export interface SubmissionsParts extends SubmitParts {
  people: People;
  teams: Pick<Teams, 'of'>;
  limits: Limits;
  room: Pick<Room, 'over'>;
  /** Says that an effect was written. */
  kick: () => void;
}

const mostListed = 200;
const linkRule: LimitRule = { name: 'submission-link', free: 5, wait: 600, longest: 3600, forget: 3600 };

/** What came in from one day to another. */
const daysBetween = (from: string | undefined, to: string | undefined, timeZone: string): Filter => {
  if (from === undefined && to === undefined) return {};
  const after = to === undefined ? undefined : daysAfter(to, 1);
  return {
    submittedAt: {
      ...(from === undefined ? {} : { gte: startOfDay(from, timeZone) }),
      ...(after === undefined ? {} : { lt: startOfDay(after, timeZone) }),
    },
  };
};

/** What is new, and then all the rest, each newest first. A place in the whole is the number of the part and the place in it. */
const firstOfNew = async (
  store: Store,
  teams: readonly string[] | undefined,
  narrowed: Filter,
  at: { section: number; cursor: string | undefined; limit: number },
): Promise<Page<SubmissionDocument>> => {
  const parts: Filter[][] = [
    [{ standing: { eq: 'new' } }],
    // What answers a task has no standing.
    [{ standing: { eq: 'handled' } }, { standing: { eq: null } }],
  ];
  const items: SubmissionDocument[] = [];
  let { section, cursor } = at;
  for (let part = parts[section]; part !== undefined && items.length < at.limit; part = parts[section]) {
    const filters = part.flatMap((filter): Filter[] =>
      teams === undefined
        ? [{ ...filter, ...narrowed }]
        : teams.map((team) => ({ team: { eq: team }, ...filter, ...narrowed })),
    );
    const page = await findInAll(store, 'submissions', filters, {
      sort: { path: 'submittedAt', direction: 'desc' },
      limit: at.limit - items.length,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    items.push(...page.items);
    cursor = page.next;
    if (cursor === undefined) section += 1;
  }
  return section < parts.length ? { items, next: `${section}.${cursor ?? ''}` } : { items };
};

const responseOnWire = ({ postedAt, text, documents = [] }: CouncilResponse) => ({ postedAt, text, documents });

export const submissionSummary = (submission: SubmissionDocument): SubmissionSummary => {
  const { _id, reference, form, subject, submittedAt, visibleUntil, response, submittedBy, team, standing } =
    submission;
  return {
    id: _id,
    reference,
    form,
    subject,
    submittedAt,
    visibleUntil,
    response: response === undefined ? null : responseOnWire(response),
    submittedBy,
    team,
    ...(standing === undefined ? {} : { standing }),
  };
};

/** Of all that was submitted; of what is sent where something is left out, so that nobody can try what that may be. */
export const digestFor = ({ sha256 }: Pick<SubmissionDocument, 'sha256'>, { answers, withheld }: Seen): string =>
  withheld.length === 0 ? sha256 : digestOf(answers);

/** A document that was never looked at for viruses is not said to be clean. */
const scanOnWire = (state: ScanState | undefined): Attachment['scan'] =>
  state === undefined || state === 'unscanned' ? 'unscanned' : state === 'clean' ? 'clean' : 'waiting';

/** `scans`: what is known of its documents now; of one that is not there any more nothing is. */
export const submissionOnWire = (
  submission: SubmissionDocument,
  seen: Seen,
  scans: ReadonlyMap<string, ScanState>,
): Submission => ({
  ...submissionSummary(submission),
  answers: seen.answers,
  ...(seen.notAsked.length === 0 ? {} : { notAsked: seen.notAsked }),
  context: seen.context.values,
  sha256: digestFor(submission, seen),
  ...(submission.signatories === undefined || submission.signatories.length === 0
    ? {}
    : { signatories: submission.signatories }),
  ...(submission.language === undefined ? {} : { language: submission.language }),
  attachments: submission.attachments
    .filter(({ id }) => !seen.documents.has(id))
    .map(({ id, name, bytes, mediaType }): Attachment => ({
      id,
      name,
      bytes,
      mediaType,
      scan: scanOnWire(scans.get(id)),
    })),
  responses: (submission.responses ?? []).map((each) => ({ ...responseOnWire(each), by: each.by.name })),
});

export const createSubmissions = (parts: SubmissionsParts): Submissions => {
  const { store, clock, catalogue, attachments, people, teams, limits, kick } = parts;

  const read: Submissions['read'] = async (caller, id) => {
    const submission = await store.get('submissions', id);
    if (submission === undefined) throw problem('not-found');
    const relations = await submissionRelationsOf(teams, submission, caller);
    if (!relations.council && submission.visibleUntil <= clock.now().toISOString()) throw problem('gone');
    return { submission, ...relations };
  };

  return {
    submit: async (caller, draft, revision, forTask) => {
      const result = await submitDraft(parts, caller, draft, revision, forTask);
      kick();
      return result;
    },

    list: async ({ accountId }) => {
      const page = await store.find('submissions', {
        filter: { owner: { eq: accountId } },
        sort: { path: 'submittedAt', direction: 'desc' },
        limit: mostListed,
      });
      const now = clock.now().toISOString();
      return page.items.filter(({ visibleUntil }) => visibleUntil > now);
    },

    read,

    see: async (accountId, submission, council) => {
      const formVersion = await catalogue.formVersion(submission.form.hash);
      if (formVersion === undefined) throw problem('gone');
      const form = formVersion.compiled();
      const viewerContext = await parts.drafts.look(submission, accountId);
      const added = await documentsAddedBy(parts, form, submission._id, accountId);
      return seenInSubmission(form, submission, viewerContext, council, added);
    },

    received: async (caller, { q = '', team, form, standing, from, to, newFirst, limit, after }) => {
      const mine = teamsAsked(await teamsOf(teams, caller), team);
      const { timeZone } = parts;
      const narrowed: Filter = {
        ...(form === undefined ? {} : { 'form.id': { eq: form } }),
        ...(standing === undefined ? {} : { standing: { eq: standing } }),
        ...daysBetween(from, to, timeZone),
      };
      const filters = searchFilters(q).map((found): Filter => ({ ...found, ...narrowed }));
      // A cursor belongs to the filter that it came from, whose number stands before it.
      const [, number = '', rest] = /^(\d+)\.(.*)$/s.exec(after ?? '') ?? [];
      if (after !== undefined && rest === undefined) throw problem('request-invalid');
      const first = rest === undefined ? 0 : Number(number);
      const cursor = rest === '' ? undefined : rest;
      if (newFirst === true && standing === undefined && q.trim() === '')
        return firstOfNew(store, mine, narrowed, { section: first, cursor, limit });
      for (const [index, filter] of filters.entries()) {
        if (index < first) continue;
        const query: Query = {
          filter,
          sort: { path: 'submittedAt', direction: 'desc' },
          limit,
          ...(cursor === undefined ? {} : { after: cursor }),
        };
        const { items, next } =
          mine === undefined
            ? await store.find('submissions', query)
            : await findAmong(store, 'submissions', 'team', mine, query);
        if (items.length > 0 || cursor !== undefined)
          return next === undefined ? { items } : { items, next: `${index}.${next}` };
      }
      return { items: [] };
    },

    countNew: (of) => countAmong(store, 'submissions', 'team', of, { standing: { eq: 'new' } }),

    stand: async (caller, id, standing) =>
      untilWritten('submissions', async () => {
        const { submission, ...relations } = await read(caller, id);
        mayRespond(relations);
        if (submission.standing === standing) return submission;
        const subject = { kind: 'submission', id };
        const action = standing === 'new' ? 'submission-new' : 'submission-handled';
        const effects = [...submission.effects, noteEffect({ actor: caller.accountId, action, subject }, clock.now())];
        const filter = { _id: { eq: id }, revision: { eq: submission.revision } };
        const written = await store.update('submissions', filter, effectsChange(effects, { set: { standing } }));
        if (written === undefined) return overtaken;
        kick();
        await writeNotes(parts, 'submissions', written);
        return written;
      }),

    handled: async (id) => {
      await store.patch('submissions', { _id: { eq: id } }, { set: { standing: 'handled' } });
    },

    sendLink: async (caller, id) => {
      const { submission, own } = await read(caller, id);
      await limits.take(linkRule, `${caller.accountId}:${id}`);
      const formVersion = await catalogue.formVersion(submission.form.hash);
      const form = await formVersion?.inLanguage(own ? submission.language : undefined);
      const values = { reference: submission.reference, form: titleOf(form) ?? submission.form.title };
      const path = own ? `/submitted/${id}` : `/received/${id}`;
      const mail = noticeEffect(
        'link',
        form,
        values,
        { account: caller.accountId },
        { link: 'See the form', path },
        clock.now(),
      );
      await effectsAdded(store, 'submissions', id, {}, [mail]);
      kick();
    },

    record: async (id) => {
      const draft = await store.get('drafts', id);
      if (draft?.status !== 'submitted') return;
      const submission = await recordSubmission(parts, draft);
      await attachments.removeAll(
        id,
        submission.attachments.map((file) => file.id),
      );
      await emptyDraft(store, id);
      await parts.room.over(draft);
    },

    notePerson: async (id) => {
      const submission = await store.get('submissions', id);
      if (submission === undefined) return;
      const { owner, firstName, lastName, dateOfBirth, form, submittedAt } = submission;
      const person = { firstName, lastName, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) };
      await people.note(owner, person, form.title, submittedAt);
    },
  };
};
