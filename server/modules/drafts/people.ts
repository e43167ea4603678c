import { createHash } from 'node:crypto';
import { own } from '../../platform/http/authorization.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { removeNoted } from '../../platform/effects/removal.ts';
import type { Store, Stored } from '../../platform/storage/store.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import type { SubjectName } from './subject.ts';

/** A person about whom an account has completed a form before. */
export interface PersonDocument extends Stored {
  owner: string;
  firstName: string;
  lastName: string;
  dateOfBirth?: string;
  lastUsedAt: string;
  formTitle: string;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    people: PersonDocument;
  }
}

export interface People {
  /** Newest first. */
  list: (owner: string) => Promise<PersonDocument[]>;
  /** Notes that `owner` completed a form about this person; doing it twice changes nothing. */
  note: (owner: string, person: SubjectName, formTitle: string, at: string) => Promise<void>;
  /** Throws not-found when there is no such person of this account. */
  forget: (owner: string, id: string) => Promise<void>;
}

const mostListed = 200;

/** The same name and date of birth, however it was typed, is the same person to an account. */
const personId = (owner: string, { firstName, lastName, dateOfBirth }: SubjectName): string => {
  const plain = [owner, firstName, lastName, dateOfBirth ?? ''].map((part) => part.normalize('NFKC').toLowerCase());
  return createHash('sha256').update(JSON.stringify(plain)).digest('base64url').slice(0, 32);
};

export interface PeopleParts {
  store: Store;
  clock: Clock;
  audit: Audit;
}

export const createPeople = ({ store, clock, audit }: PeopleParts): People => ({
  list: async (owner) => {
    const page = await store.find('people', {
      filter: { owner: { eq: owner } },
      sort: { path: 'lastUsedAt', direction: 'desc' },
      limit: mostListed,
    });
    return page.items;
  },

  note: async (owner, person, formTitle, at) => {
    if (person.firstName === '' && person.lastName === '') return;
    const _id = personId(owner, person);
    try {
      await store.insert('people', { _id, owner, ...person, lastUsedAt: at, formTitle });
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
      await store.patch(
        'people',
        { _id: { eq: _id }, lastUsedAt: { lt: at } },
        { set: { ...person, lastUsedAt: at, formTitle } },
      );
    }
  },

  forget: async (owner, id) => {
    const person = own(await store.get('people', id), owner);
    const entry = { actor: owner, action: 'person-forgotten', subject: { kind: 'person', id } } as const;
    const wanted = { collection: 'people' as const, documents: [person], only: { owner } };
    if (!(await removeNoted({ store, clock, audit }, wanted, noteEffect(entry, clock.now()))))
      throw problem('not-found');
  },
});
