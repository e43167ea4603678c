/** The forms' part of “my data”. */
import type { JsonValue } from '../../../engine/json.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { DraftDocument, SubmissionDocument } from '../drafts/documents.ts';
import type { People } from '../drafts/people.ts';
import type { MyDataPart } from '../../composition/core.ts';

const mostOfOne = 500;

/** By heading: drafts, submissions and known persons of an account. */
export const formsOfAccount = ({ store, people }: { store: Store; people: People }): [string, MyDataPart][] => [
  [
    'drafts',
    async (owner) => {
      const page = await store.find<DraftDocument>('drafts', {
        filter: { owner: { eq: owner } },
        sort: { path: 'savedAt', direction: 'desc' },
        limit: mostOfOne,
      });
      return page.items
        .filter(({ status }) => status === 'open')
        .map(({ _id, form, answers, startedAt, savedAt, expiresAt }): JsonValue => {
          return { id: _id, form: form.title, version: form.version, answers, startedAt, savedAt, expiresAt };
        });
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
      return page.items.map(({ reference, form, answers, submittedAt, attachments, sha256 }): JsonValue => {
        const documents = attachments.map(({ name, bytes }) => ({ name, bytes }));
        return { reference, form: form.title, version: form.version, answers, submittedAt, documents, sha256 };
      });
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
