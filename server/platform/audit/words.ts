/** What each action in the audit trail is called, as it follows a name: “Ada Byron signed in”. `{name}` is a detail of the entry. */
import { fill } from '../../../engine/index.ts';

export const auditWords = {
  'account-added-to-groups': 'added an account to work groups or teams',
  'account-confirmed': 'confirmed that somebody is the professional they say they are',
  'account-erased': 'erased an account at the request of its person',
  'account-exported': 'exported everything held about an account',
  'account-invited': 'invited somebody',
  'account-restored': 'gave a suspended account its access back',
  'account-suspended': 'suspended an account',
  'administrator-named': 'named an administrator by the operator’s command',
  'attachment-deleted': 'removed a document from a form',
  'attachment-downloaded': 'downloaded a document',
  'audit-anchored': 'noted how far this audit trail goes',
  'audit-exported': 'downloaded entries of this audit trail',
  'audit-read': 'looked at this audit trail',
  'audit-shortened': 'removed entries of this audit trail that had expired',
  'board-exported': 'downloaded the board of clocks',
  'board-read': 'looked at the board of clocks',
  'calendar-changed': 'changed terms and days off',
  'case-address-given': 'no longer kept the address of a case from people outside the council',
  'case-address-kept': 'kept the address of a case from everybody outside the council',
  'case-changed': 'changed a case',
  'case-created': 'opened a case',
  'case-erased': 'erased a case',
  'case-event-noted': 'noted an event in a case',
  'case-event-removed': 'took back an event of a case',
  'case-exported': 'gave out what is held about the child of a case ({parts} parts, {left} left out)',
  'case-hold-ended': 'returned a case to the retention schedule',
  'case-hold-set': 'asked for a case to be kept whatever the retention schedule says',
  'case-pause-changed': 'changed a pause of a case',
  'case-pause-noted': 'noted an exception in a case',
  'case-pause-removed': 'took back a pause of a case',
  'case-read': 'read a case',
  'case-suggested': 'was shown a case that may be about the same person',
  'cases-listed': 'looked at a list of cases',
  'code-refused': 'gave a wrong code',
  'contacts-shown': 'was shown how to reach {count} people',
  'document-infected': 'found a virus in a document and locked it away',
  'document-refused': 'sent a document in which a virus was found, and it was not kept',
  'draft-deleted': 'deleted a form that was not submitted',
  'draft-expired': 'deleted a form that was not submitted in its time',
  'email-changed': 'changed the email address of the account',
  'group-changed': 'changed a work group',
  'group-deleted': 'deleted a work group',
  'group-made': 'created a work group',
  'invitation-accepted': 'accepted an invitation and chose a password',
  'key-ended': 'ended a key of the programming interface',
  'key-made': 'created a key for the programming interface',
  'list-downloaded': 'downloaded a list',
  'message-written': 'wrote a message',
  'messages-read': 'read messages',
  'own-data-downloaded': 'downloaded the data held about the account',
  'password-changed': 'changed the password',
  'pdf-downloaded': 'downloaded a form as PDF',
  'person-forgotten': 'removed a person from the list of known persons',
  'profile-changed': 'changed the details of the account',
  'record-removed': 'removed an expired record ({rule})',
  registered: 'registered an account',
  'response-posted': 'responded to a submitted form',
  'retention-done': 'removed {count} expired records',
  'role-changed': 'changed the role of an account from {from} to {to}',
  'sign-in-begun': 'gave the right password of an account',
  'sign-in-refused': 'gave a wrong password of an account',
  'request-refused': 'was refused something that the account may not do',
  'sessions-ended': 'ended sessions of the account ({count})',
  'signed-in': 'signed in',
  'signed-out': 'signed out',
  'submission-handled': 'said that a submitted form is dealt with',
  'submission-new': 'said that a submitted form is not dealt with yet',
  'submission-read': 'read a submitted form',
  submitted: 'submitted a form',
  'task-counter-signed': 'counter-signed a task',
  'task-expired': 'closed a task that nobody had submitted',
  'task-extended': 'gave a task more time',
  'task-list-downloaded': 'downloaded a list of tasks',
  'task-opened': 'opened a task to write in it',
  'task-picked-up': 'picked a task up',
  'task-re-assigned': 're-assigned a task',
  'task-read': 'read a task',
  'task-released': 'stopped writing in a task',
  'task-reopened': 'opened a closed task again',
  'task-retracted': 'retracted a task',
  'task-returned': 'returned a task',
  'task-saved': 'wrote in a task',
  'task-sent': 'sent a task',
  'task-submitted': 'submitted a task',
  'task-taken-over': 'took a task over',
  'team-changed': 'changed a team',
  'work-read': 'looked at the work list',
  'webhook-ended': 'ended the notices to another system',
  'webhook-made': 'set up notices to another system',
} satisfies Record<string, string>;

/** Everything that may be written into the audit trail. What is new needs its words first. */
export type AuditAction = keyof typeof auditWords;

/**
 * What changes no record, or is the refusal of a try: it is written before it is answered. Of everything else the entry is written in the
 * document that changes (`platform/effects`), so that neither is there without the other.
 */
export type ActAction = Extract<
  AuditAction,
  | 'account-exported'
  | 'attachment-downloaded'
  | 'audit-exported'
  | 'audit-read'
  | 'board-exported'
  | 'board-read'
  | 'case-exported'
  | 'case-read'
  | 'case-suggested'
  | 'cases-listed'
  | 'code-refused'
  | 'contacts-shown'
  | 'document-refused'
  | 'list-downloaded'
  | 'messages-read'
  | 'own-data-downloaded'
  | 'pdf-downloaded'
  | 'request-refused'
  // That a run has come to its end; each record that went has an entry of its own.
  | 'retention-done'
  | 'sign-in-begun'
  | 'sign-in-refused'
  | 'submission-read'
  | 'task-list-downloaded'
  | 'task-read'
  | 'work-read'
>;

const known: Record<string, string> = auditWords;

/** The words of an entry, with “…” for what is not told of it; its bare name where a version of the service wrote it that called it otherwise. */
export const wordsOfAction = (action: string, detail: Record<string, string | number | boolean> = {}): string => {
  const texts = Object.entries(detail).map(([name, value]): [string, string] => [name, String(value)]);
  const words = fill(Object.hasOwn(known, action) ? (known[action] ?? action) : action, Object.fromEntries(texts));
  return words.replaceAll(/\{\w+\}/g, '…');
};
