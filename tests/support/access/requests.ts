/** What each row of the table is called with: one of the records, and a body that is right for whoever may send it. */
import { pdf } from '../files.ts';
import type { Cast } from './people.ts';
import type { Found, RecordName } from './records.ts';

export interface Request {
  record: RecordName;
  query?: string;
  body?: (found: Found, cast: Cast) => unknown;
  /** Sent as it is. */
  bytes?: Uint8Array<ArrayBuffer>;
}

const nothing: Request = { record: 'nothing' };
const plain = (record: RecordName): Request => ({ record });
const sending = (record: RecordName, body: Record<string, unknown> = {}): Request => ({ record, body: () => body });
const seen = (record: RecordName, more: Record<string, unknown> = {}): Request => ({
  record,
  body: ({ revision }) => ({ revision, ...more }),
});
const ofTeam: Request = { record: 'nothing', query: 'team=rivers' };
const tasksIn = (list: string): Request => ({ record: 'nothing', query: `list=${list}` });

const inDays = ({ portal }: Cast, days: number): string =>
  new Date(portal.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

const groupNamed = (name: string): Request => ({
  record: 'group',
  body: (_, { group, people }) => ({
    name,
    organisation: group.organisation,
    members: [people.holder.account._id, people.member.account._id],
    managers: [people.manager.account._id],
  }),
});

const pause: Request['body'] = (_, cast) => ({ from: inDays(cast, -3), to: inDays(cast, 2), reason: 'Flood' });

/** By the name of the row. */
export const requests: Record<string, Request> = {
  'GET /api/drafts': nothing,
  'GET /api/people': nothing,
  'GET /api/submissions': nothing,
  'GET /api/received': nothing,
  'GET /api/groups': nothing,
  'GET /api/tasks [assigned]': tasksIn('assigned'),
  'GET /api/tasks [groups]': tasksIn('groups'),
  'GET /api/tasks [managed]': tasksIn('managed'),
  'GET /api/tasks [submitted]': tasksIn('submitted'),
  'GET /api/council/tasks': nothing,
  'GET /api/council/tasks [of rivers]': ofTeam,
  'GET /api/council/tasks.csv': nothing,
  'GET /api/cases': nothing,
  'GET /api/cases [of rivers]': ofTeam,
  'GET /api/work': nothing,
  'GET /api/work [of rivers]': ofTeam,
  'GET /api/board': nothing,
  'GET /api/board [of rivers]': ofTeam,
  'GET /api/board.csv': nothing,
  'GET /api/accounts': nothing,
  'GET /api/audit': nothing,
  'GET /api/keys': nothing,
  'GET /api/webhooks': nothing,

  'GET /api/drafts/:id': plain('draft'),
  'GET /api/drafts/:id [of a task]': plain('taskDraft'),
  'GET /api/drafts/:id/pdf': plain('draft'),
  'PATCH /api/drafts/:id': seen('draft', { set: { dangers: 'None' } }),
  'PATCH /api/drafts/:id [of a task]': seen('taskDraft', { set: { report: 'Dry' } }),
  'POST /api/drafts/:id/renew': seen('draft'),
  'POST /api/drafts/:id/submit': seen('draft'),
  'DELETE /api/drafts/:id': plain('draft'),
  'POST /api/drafts/:id/attachments': { record: 'draft', query: 'name=letter.pdf', bytes: pdf },
  'GET /api/drafts/:id/attachments/:attachment': plain('draft'),
  'DELETE /api/drafts/:id/attachments/:attachment': plain('draft'),
  'DELETE /api/people/:id': plain('person'),
  'DELETE /api/me/sessions/:id': plain('session'),

  'GET /api/submissions/:id': plain('submission'),
  'GET /api/submissions/:id [an officer’s own]': plain('officersOwn'),
  'GET /api/submissions/:id/pdf': plain('submission'),
  'GET /api/submissions/:id/attachments/:attachment': plain('submission'),
  'POST /api/submissions/:id/email': plain('submission'),
  'POST /api/submissions/:id/response': sending('submission', { text: 'Yes' }),
  'POST /api/submissions/:id/response [an officer’s own]': sending('officersOwn', { text: 'Yes' }),
  'POST /api/submissions/:id/response/documents': { record: 'submission', query: 'name=letter.pdf', bytes: pdf },
  'PUT /api/submissions/:id/standing': sending('submission', { standing: 'handled' }),
  'PUT /api/submissions/:id/standing [an officer’s own]': sending('officersOwn', { standing: 'handled' }),
  'GET /api/threads/submission/:id': plain('submission'),
  'POST /api/threads/submission/:id': sending('submission', { text: 'Hello' }),
  'GET /api/threads/task/:id': plain('held'),
  'POST /api/threads/task/:id': sending('held', { text: 'Hello' }),

  'GET /api/tasks/:id': plain('held'),
  'GET /api/tasks/:id/lock': plain('held'),
  'GET /api/tasks/:id [in the tray]': plain('tray'),
  'GET /api/tasks/:id [answered]': plain('answered'),
  'GET /api/tasks/:id/pdf': plain('held'),
  'GET /api/tasks/:id/blank': plain('held'),
  'GET /api/tasks/:id/attachments/:attachment': plain('held'),
  'GET /api/tasks/:id/documents/:document': plain('held'),
  'GET /api/tasks/:id/people': plain('held'),
  'POST /api/tasks/:id/pick-up': plain('tray'),
  'POST /api/tasks/:id/open': plain('held'),
  'POST /api/tasks/:id/release': plain('held'),
  'POST /api/tasks/:id/take-over': sending('held'),
  'POST /api/tasks/:id/take-over [left]': sending('left'),
  'POST /api/tasks/:id/return': sending('held', { comment: 'Not mine' }),
  'POST /api/tasks/:id/re-assign': {
    record: 'held',
    body: (_, { people }) => ({ to: { kind: 'user', id: people.member.account._id } }),
  },
  'POST /api/tasks/:id/counter-sign': sending('held', { role: 'Chief warden' }),
  'POST /api/tasks/:id/counter-sign [the manager’s]': sending('signable', { role: 'Chief warden' }),
  'POST /api/tasks/:id/submit': {
    record: 'held',
    body: ({ params }) => ({ revision: Number(params['draftRevision']) }),
  },
  'POST /api/tasks/:id/retract': sending('held', { comment: 'By mistake' }),
  'POST /api/tasks/:id/extend': { record: 'held', body: (_, cast) => ({ dueOn: inDays(cast, 90) }) },
  'POST /api/tasks/:id/reopen': sending('answered', { comment: 'Say more' }),

  'GET /api/groups/:id': plain('group'),
  'PUT /api/groups/:id': groupNamed('Wardens'),
  'PUT /api/groups/:id [another name]': groupNamed('Keepers'),
  'POST /api/groups/:id/members': { record: 'group', body: (_, { people }) => ({ email: people.stranger.email }) },
  'DELETE /api/groups/:id': plain('group'),
  'PUT /api/teams/:id': sending('team', { name: 'Seas', department: '', telephone: '', address: '', officers: [] }),

  'GET /api/cases/:id': plain('case'),
  'GET /api/cases/:id/story': plain('case'),
  'GET /api/cases/:id/export': plain('case'),
  'POST /api/cases/:id/export': sending('case', { parts: [] }),
  'GET /api/cases/:id/audit': plain('case'),
  'PUT /api/cases/:id': sending('case', { values: { 'permit.river': 'lower' } }),
  'POST /api/cases/:id/events': { record: 'case', body: (_, cast) => ({ name: 'decided', on: inDays(cast, 0) }) },
  'DELETE /api/cases/:id/events/:event': plain('case'),
  'POST /api/cases/:id/pauses': { record: 'case', body: pause },
  'PUT /api/cases/:id/pauses/:pause': { record: 'case', body: pause },
  'DELETE /api/cases/:id/pauses/:pause': plain('case'),
  'PUT /api/cases/:id/hold': sending('case', { reason: 'An appeal' }),
  'DELETE /api/cases/:id/hold': plain('case'),

  'POST /api/accounts/:id/suspend': sending('account', { reason: 'Left' }),
  'POST /api/accounts/:id/restore': plain('account'),
  'POST /api/accounts/:id/confirm': plain('account'),
  'PUT /api/accounts/:id/role': sending('account', { role: 'officer' }),
  'DELETE /api/keys/:id': plain('key'),
  'DELETE /api/webhooks/:id': plain('webhook'),
  'GET /api/webhooks/:id/deliveries': plain('webhook'),
  'POST /api/webhooks/:id/deliveries/:delivery/resend': plain('webhook'),
};
