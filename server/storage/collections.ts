/** Every collection of the portal and what it is looked up by. A new collection is one more line. */
import type { Collection } from './store.ts';

const by = (...paths: string[]): Collection['indexes'][number] => ({ paths });
const uniqueBy = (...paths: string[]): Collection['indexes'][number] => ({ paths, unique: true });

export const collections: Collection[] = [
  {
    name: 'accounts',
    indexes: [
      uniqueBy('email'),
      by('effectsDue'),
      by('nameKey'),
      by('role', 'nameKey'),
      by('state', 'nameKey'),
      by('words'),
      by('invitation.tokenHash'),
    ],
    arrays: ['words'],
  },
  { name: 'sessions', indexes: [by('account'), by('endsAt')] },
  { name: 'challenges', indexes: [by('email'), by('account'), by('expiresAt'), by('effectsDue')] },
  { name: 'limits', indexes: [by('expiresAt'), by('effectsDue')] },
  { name: 'drafts', indexes: [by('owner', 'savedAt'), by('expiresAt'), by('effectsDue'), by('status', 'savedAt')] },
  {
    name: 'submissions',
    indexes: [
      uniqueBy('reference'),
      by('owner', 'submittedAt'),
      by('submittedAt'),
      by('team', 'submittedAt'),
      by('subjectKey'),
      by('visibleUntil'),
      by('effectsDue'),
    ],
  },
  { name: 'groups', indexes: [by('nameKey'), by('members'), by('managers')], arrays: ['members', 'managers'] },
  { name: 'teams', indexes: [] },
  { name: 'tasks', indexes: [by('keys.group')] },
  { name: 'threads', indexes: [by('unreadFor'), by('effectsDue')], arrays: ['unreadFor'] },
  {
    name: 'cases',
    indexes: [
      uniqueBy('reference'),
      uniqueBy('personKey'),
      by('nameKey'),
      by('team', 'nameKey'),
      by('subject.dateOfBirth'),
      by('words'),
      by('identifierKeys'),
      by('dateKeys'),
      by('effectsDue'),
    ],
    arrays: ['words', 'identifierKeys', 'dateKeys'],
  },
  {
    name: 'clocks',
    indexes: [by('dueOn'), by('team', 'dueOn'), by('stopped', 'dueOn'), by('clock', 'dueOn'), by('officer', 'dueOn')],
  },
  { name: 'calendars', indexes: [] },
  { name: 'people', indexes: [by('owner', 'lastUsedAt'), by('lastUsedAt')] },
  { name: 'attachments', indexes: [by('draft'), by('blob'), by('state', 'updatedAt'), by('updatedAt')] },
  { name: 'formVersions', indexes: [by('form'), by('published')] },
  { name: 'mailbox', indexes: [by('sentAt')] },
  {
    name: 'audit',
    indexes: [
      uniqueBy('sequence'),
      by('at'),
      by('actor', 'sequence'),
      by('action', 'sequence'),
      by('subject.id', 'sequence'),
    ],
  },
  { name: 'registers', indexes: [by('register', 'nameKey')] },
  { name: 'reminders', indexes: [by('draft'), by('effectsDue')] },
  { name: 'leases', indexes: [by('until')] },
  { name: 'automaticReplies', indexes: [] },
  { name: 'apiKeys', indexes: [by('expiresAt')] },
  { name: 'webhooks', indexes: [] },
  { name: 'deliveries', indexes: [by('webhook', 'at'), by('webhook', 'state', 'at'), by('effectsDue'), by('at')] },
  { name: 'requests', indexes: [by('expiresAt')] },
];
