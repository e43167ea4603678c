/** What each action in the audit trail is called, as it follows a name: “Ada Byron signed in”. `{name}` is a detail of the entry. */
import { fill } from '../../engine/index.ts';

export const auditWords = {
  'account-added-to-groups': 'added an account to work groups or teams',
  'account-invited': 'invited somebody',
  'account-restored': 'gave a suspended account its access back',
  'account-suspended': 'suspended an account',
  'attachment-deleted': 'removed a document from a form',
  'attachment-downloaded': 'downloaded a document',
  'audit-exported': 'downloaded entries of this audit trail',
  'audit-read': 'looked at this audit trail',
  'board-exported': 'downloaded the board of clocks',
  'board-read': 'looked at the board of clocks',
  'calendar-changed': 'changed terms and days off',
  'case-changed': 'changed a case',
  'case-created': 'opened a case',
  'case-event-noted': 'noted an event in a case',
  'case-event-removed': 'took back an event of a case',
  'case-pause-changed': 'changed a pause of a case',
  'case-pause-noted': 'stopped the clocks of a case',
  'case-pause-removed': 'took back a pause of a case',
  'case-read': 'read a case',
  'case-suggested': 'was shown a case that may be about the same person',
  'cases-listed': 'looked at a list of cases',
  'document-infected': 'found a virus in a document and locked it away',
  'draft-deleted': 'deleted a form that was not submitted',
  'draft-expired': 'deleted a form that was not submitted in its time',
  'email-changed': 'changed the e-mail address of the account',
  'group-changed': 'changed a work group',
  'group-deleted': 'deleted a work group',
  'group-made': 'made a work group',
  'invitation-accepted': 'accepted an invitation and chose a password',
  'key-ended': 'ended a key of the programming interface',
  'key-made': 'made a key for the programming interface',
  'list-downloaded': 'downloaded a list',
  'message-written': 'wrote a message',
  'messages-read': 'read messages',
  'own-data-downloaded': 'downloaded the data held about the account',
  'password-changed': 'changed the password',
  'pdf-downloaded': 'downloaded a form as PDF',
  'person-forgotten': 'removed a person from the list of known persons',
  'profile-changed': 'changed the details of the account',
  registered: 'registered an account',
  'response-posted': 'responded to a submitted form',
  'role-changed': 'changed the role of an account from {from} to {to}',
  'sign-in-begun': 'gave the right password of an account',
  'sign-in-refused': 'gave a wrong password of an account',
  'signed-in': 'signed in',
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
  'webhook-ended': 'ended the notices to another system',
  'webhook-made': 'set up notices to another system',
} satisfies Record<string, string>;

/** Everything that may be written into the audit trail. What is new needs its words first. */
export type AuditAction = keyof typeof auditWords;

const known: Record<string, string> = auditWords;

/** The words of an entry; its bare name where a version of the service wrote it that called it otherwise. */
export const wordsOfAction = (action: string, detail: Record<string, string | number | boolean> = {}): string => {
  const texts = Object.entries(detail).map(([name, value]): [string, string] => [name, String(value)]);
  return fill(Object.hasOwn(known, action) ? (known[action] ?? action) : action, Object.fromEntries(texts));
};
