/**
 * Every collection of the portal, what it is looked up by, and what of it is sealed where there are keys: answers, whatever holds or
 * shows some of them (also digests of little), and what people write to each other. A new collection is one more line here, and its
 * record in `Collections`.
 */
import type { Collection, CollectionName } from './store.ts';

declare module './store.ts' {
  interface Collections {
    /** Nothing is kept there now; stores and backups of older releases have it. */
    registers: Stored;
  }
}

interface NamedCollection extends Collection {
  name: CollectionName;
}

const by = (...paths: string[]): Collection['indexes'][number] => ({ paths });
const uniqueBy = (...paths: string[]): Collection['indexes'][number] => ({ paths, unique: true });

export const collections: NamedCollection[] = [
  {
    name: 'accounts',
    indexes: [
      uniqueBy('email'),
      by('effectsDue'),
      by('nameKey'),
      by('role', 'nameKey'),
      by('state', 'nameKey'),
      by('profile.professional', 'nameKey'),
      by('words'),
      by('invitation.tokenHash'),
      by('retain.until'),
      by('retain.rules'),
    ],
    arrays: ['words'],
  },
  { name: 'sessions', indexes: [by('account'), by('endsAt')] },
  { name: 'challenges', indexes: [by('email'), by('account'), by('expiresAt'), by('effectsDue')] },
  { name: 'limits', indexes: [by('expiresAt'), by('effectsDue')] },
  {
    name: 'drafts',
    indexes: [
      by('owner', 'savedAt'),
      by('expiresAt'),
      by('effectsDue'),
      by('status', 'savedAt'),
      by('form.hash', 'status'),
    ],
    sealed: [
      'answers.*',
      'lastSave',
      'locked',
      'context',
      'offered',
      'unplaced.*',
      'frozen.answers',
      'frozen.sha256',
      'frozen.context',
      'frozen.locked',
      'frozen.attachments',
      'frozen.dateOfBirth',
    ],
  },
  {
    name: 'submissions',
    indexes: [
      uniqueBy('reference'),
      by('owner', 'submittedAt'),
      by('submittedAt'),
      by('team', 'submittedAt'),
      by('standing', 'submittedAt'),
      by('team', 'standing', 'submittedAt'),
      by('form.id', 'submittedAt'),
      by('team', 'form.id', 'submittedAt'),
      by('team', 'reference'),
      by('words'),
      by('subjectKey'),
      by('team', 'subjectKey'),
      by('visibleUntil'),
      by('case'),
      by('retain.until'),
      by('retain.rules'),
      by('effectsDue'),
    ],
    arrays: ['words'],
    sealed: ['answers', 'sha256', 'context', 'locked', 'attachments', 'dateOfBirth', 'response', 'responses'],
  },
  {
    name: 'groups',
    indexes: [by('nameKey'), by('members'), by('managers'), by('effectsDue')],
    arrays: ['members', 'managers'],
  },
  { name: 'teams', indexes: [by('effectsDue')] },
  {
    name: 'tasks',
    indexes: [
      by('keys.holder', 'keys.due'),
      by('keys.tray', 'keys.due'),
      by('keys.group', 'keys.due'),
      by('keys.team', 'keys.due'),
      by('keys.team', 'keys.open', 'keys.due'),
      by('keys.team', 'keys.state', 'keys.due'),
      by('keys.team', 'keys.answered', 'keys.due'),
      by('keys.team', 'keys.formId', 'keys.open', 'keys.due'),
      by('keys.team', 'keys.state', 'keys.daysTaken', 'keys.closedAt'),
      by('keys.state', 'keys.daysTaken', 'keys.closedAt'),
      by('case', 'keys.open', 'keys.due'),
      by('keys.open', 'keys.due'),
      by('keys.closedAt'),
      by('keys.form'),
      by('keys.name'),
      by('keys.closedFor'),
      by('keys.words'),
      by('keys.expiresAt'),
      by('keys.remindOn'),
      by('retain.until'),
      by('retain.rules'),
      by('effectsDue'),
    ],
    arrays: ['keys.closedFor', 'keys.words'],
    sealed: ['task', 'subject', 'comments', 'warnings', 'documents'],
  },
  { name: 'schedules', indexes: [by('effectsDue'), by('case')] },
  {
    name: 'threads',
    indexes: [by('unreadFor'), by('writers'), by('effectsDue'), by('lastAt')],
    arrays: ['unreadFor', 'writers'],
    sealed: ['messages'],
  },
  {
    name: 'cases',
    indexes: [
      uniqueBy('reference'),
      uniqueBy('personKey'),
      by('nameKey'),
      by('team', 'nameKey'),
      by('subject.dateOfBirth'),
      by('team', 'subject.dateOfBirth'),
      by('words'),
      by('identifierKeys'),
      by('dateKeys'),
      uniqueBy('openedFrom'),
      by('retain.until'),
      by('retain.rules'),
      by('effectsDue'),
    ],
    arrays: ['words', 'identifierKeys', 'dateKeys'],
    sealed: ['values', 'events', 'pauses', 'hold'],
  },
  {
    name: 'clocks',
    indexes: [
      by('case'),
      by('dueOn'),
      by('team', 'dueOn'),
      by('team', 'stopped', 'dueOn'),
      by('team', 'stopped', 'others', 'dueOn'),
      by('stopped', 'others', 'dueOn'),
      by('stopped', 'dueOn'),
      by('clock', 'dueOn'),
      by('officer', 'dueOn'),
      by('soonOn'),
    ],
  },
  { name: 'calendars', indexes: [by('effectsDue')] },
  {
    name: 'people',
    indexes: [by('owner', 'lastUsedAt'), by('lastUsedAt')],
    sealed: ['firstName', 'lastName', 'dateOfBirth'],
  },
  {
    name: 'attachments',
    indexes: [by('draft'), by('blob'), by('state', 'updatedAt'), by('updatedAt'), by('effectsDue')],
    sealed: ['name', 'sha256'],
  },
  { name: 'allowances', indexes: [by('expiresAt')] },
  { name: 'formVersions', indexes: [by('form'), by('published')] },
  { name: 'mailbox', indexes: [by('sentAt')] },
  {
    name: 'audit',
    indexes: [
      uniqueBy('sequence'),
      uniqueBy('entry'),
      by('chain', 'number'),
      by('at'),
      by('actor', 'at'),
      by('action', 'at'),
      by('subject.id', 'at'),
    ],
  },
  { name: 'auditHeads', indexes: [by('expiresAt'), by('effectsDue')] },
  { name: 'registers', indexes: [by('register', 'nameKey')] },
  { name: 'reminders', indexes: [by('draft'), by('effectsDue')] },
  { name: 'removals', indexes: [by('effectsDue')] },
  { name: 'leases', indexes: [by('until')] },
  { name: 'migrations', indexes: [] },
  { name: 'automaticReplies', indexes: [] },
  { name: 'apiKeys', indexes: [by('expiresAt'), by('effectsDue')] },
  { name: 'webhooks', indexes: [by('effectsDue')] },
  { name: 'deliveries', indexes: [by('webhook', 'at'), by('webhook', 'state', 'at'), by('effectsDue'), by('at')] },
  { name: 'demonstration', indexes: [] },
  { name: 'sealKeys', indexes: [] },
  { name: 'requests', indexes: [by('expiresAt')], sealed: ['body', 'reply'] },
];

/** Those whose documents may hold effects. */
export const carriers: readonly CollectionName[] = collections
  .filter(({ indexes }) => indexes.some(({ paths }) => paths[0] === 'effectsDue'))
  .map(({ name }) => name);
