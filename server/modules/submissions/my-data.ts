/** The forms' part of “my data”. */
import { ProblemError } from '../../core/errors.ts';
import { every } from '../../platform/storage/every.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Drafts, People } from '../drafts/index.ts';
import { digestFor, type Submissions } from './submissions.ts';
import type { MyDataPart } from '../../core/my-data.ts';

/** Without its form nobody can say what of a record is kept from whom: then none of its answers are given. */
const noForm = (error: unknown): undefined => {
  if (error instanceof ProblemError && error.code === 'gone') return undefined;
  throw error;
};

export interface FormsOfAccountParts {
  store: Store;
  people: People;
  drafts: Pick<Drafts, 'see'>;
  submissions: Pick<Submissions, 'see'>;
}

/** By heading: drafts, submissions and known persons of an account; drafts and submissions are read one by one, for each may be large. */
export const formsOfAccount = ({ store, people, drafts, submissions }: FormsOfAccountParts): [string, MyDataPart][] => [
  [
    'drafts',
    async function* (owner) {
      const given = new Set<string>();
      // What is saved meanwhile goes to the end, and may come by twice.
      const query = {
        filter: { owner: { eq: owner } },
        sort: { path: 'savedAt', direction: 'asc' },
        atOnce: 1,
      } as const;
      for await (const draft of every(store, 'drafts', query)) {
        const { _id, form, startedAt, savedAt, expiresAt } = draft;
        if (draft.status !== 'open' || given.has(_id)) continue;
        given.add(_id);
        const seen = await drafts.see(draft, owner).catch(noForm);
        const answers = seen === undefined ? {} : seen.answers;
        yield { id: _id, form: form.title, version: form.version, answers, startedAt, savedAt, expiresAt };
      }
    },
  ],
  [
    'submissions',
    async function* (owner) {
      const sort = { path: 'submittedAt', direction: 'asc' } as const;
      const query = { filter: { owner: { eq: owner } }, sort, atOnce: 1 };
      for await (const submission of every(store, 'submissions', query)) {
        const { reference, form, submittedAt, attachments } = submission;
        const said = { reference, form: form.title, version: form.version, submittedAt };
        const seen = await submissions.see(owner, submission, false).catch(noForm);
        if (seen === undefined) yield said;
        else {
          const documents = attachments
            .filter(({ id }) => !seen.documents.has(id))
            .map(({ name, bytes }) => ({ name, bytes }));
          yield { ...said, answers: seen.answers, documents, sha256: digestFor(submission, seen) };
        }
      }
    },
  ],
  [
    'people',
    async function* (owner) {
      for (const { firstName, lastName, dateOfBirth, lastUsedAt } of await people.list(owner))
        yield { firstName, lastName, lastUsedAt, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) };
    },
  ],
];
