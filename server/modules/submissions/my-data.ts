/** The forms' part of “my data”. */
import { ProblemError } from '../../core/errors.ts';
import type { JsonValue } from '../../../engine/json.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { DraftDocument, Drafts, People, SubmissionDocument } from '../drafts/index.ts';
import { digestFor, type Submissions } from '../submissions/submissions.ts';
import type { MyDataPart } from '../../core/my-data.ts';

const mostOfOne = 500;

/** Without its form nobody can say what of a record is kept from whom: then none of its answers are given. */
const noForm = (error: unknown): undefined => {
  if (error instanceof ProblemError && error.code === 'gone') return undefined;
  throw error;
};

interface MyForms {
  store: Store;
  people: People;
  drafts: Pick<Drafts, 'see'>;
  submissions: Pick<Submissions, 'see'>;
}

/** By heading: drafts, submissions and known persons of an account. */
export const formsOfAccount = ({ store, people, drafts, submissions }: MyForms): [string, MyDataPart][] => [
  [
    'drafts',
    async (owner) => {
      const page = await store.find<DraftDocument>('drafts', {
        filter: { owner: { eq: owner } },
        sort: { path: 'savedAt', direction: 'desc' },
        limit: mostOfOne,
      });
      return Promise.all(
        page.items
          .filter(({ status }) => status === 'open')
          .map(async (draft): Promise<JsonValue> => {
            const { _id, form, startedAt, savedAt, expiresAt } = draft;
            const seen = await drafts.see(draft, owner).catch(noForm);
            const answers = seen === undefined ? {} : seen.answers;
            return { id: _id, form: form.title, version: form.version, answers, startedAt, savedAt, expiresAt };
          }),
      );
    },
  ],
  [
    'submissions',
    async (owner) => {
      const page = await store.find<SubmissionDocument>('submissions', {
        filter: { owner: { eq: owner } },
        sort: { path: 'submittedAt', direction: 'desc' },
        limit: mostOfOne,
      });
      return Promise.all(
        page.items.map(async (submission): Promise<JsonValue> => {
          const { reference, form, submittedAt, attachments } = submission;
          const said = { reference, form: form.title, version: form.version, submittedAt };
          const seen = await submissions.see(owner, submission, false).catch(noForm);
          if (seen === undefined) return said;
          const documents = attachments
            .filter(({ id }) => !seen.documents.has(id))
            .map(({ name, bytes }) => ({ name, bytes }));
          return { ...said, answers: seen.answers, documents, sha256: digestFor(submission, seen) };
        }),
      );
    },
  ],
  [
    'people',
    async (owner) =>
      (await people.list(owner)).map(({ firstName, lastName, dateOfBirth, lastUsedAt }): JsonValue => {
        return { firstName, lastName, lastUsedAt, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) };
      }),
  ],
];
