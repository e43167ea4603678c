/** Tasks as those see them who fill them in, and what happens to one. */
import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import {
  AutomaticReply,
  Task,
  TaskComment,
  TaskCounterSign,
  TaskExtend,
  TaskPage,
  TaskLock,
  TaskPerson,
  TaskReassign,
  TaskReopen,
  TaskSubmit,
} from '../../../wire/task.ts';
import { Id } from '../../../wire/shapes.ts';
import { noteContacts } from '../../platform/audit/contacts.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { fileReply, pdfReply } from '../../platform/http/download.ts';
import { etag, ifMatch } from '../../platform/http/if-match.ts';
import { route } from '../../platform/http/route.ts';
import type { Reply, Route } from '../../platform/http/route.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Attachments } from '../drafts/index.ts';
import type { AutomaticReplies } from '../groups/index.ts';
import type { Tasks } from './tasks.ts';
import { pdfName } from '../submissions/index.ts';
import type { TaskAction } from './tasks.ts';

const Nothing = Type.Object({}, { additionalProperties: false });
const TaskId = Type.Object({ id: Id });
const ListQuery = Type.Object({
  list: Type.Optional(
    Type.Union([
      Type.Literal('assigned'),
      Type.Literal('retracted'),
      Type.Literal('submitted'),
      Type.Literal('groups'),
      Type.Literal('managed'),
    ]),
  ),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  sort: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('form'), Type.Literal('name')])),
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export interface TaskRouteParts {
  tasks: Tasks;
  attachments: Attachments;
  automaticReplies: AutomaticReplies;
  audit: Audit;
}

export const taskRoutes = ({ tasks, attachments, automaticReplies, audit }: TaskRouteParts): Route[] => {
  const done = (task: Task, status = 200): Reply => ({ status, body: task, headers: etag(task.revision) });

  /** What nobody needs to have seen the newest state for. */
  const simple = (kind: 'pick-up' | 'open' | 'release', summary: string): Route =>
    route({
      method: 'POST',
      path: `/api/tasks/:id/${kind}`,
      summary,
      who: 'signed-in',
      params: TaskId,
      quiet: kind === 'open',
      responses: { 200: Task },
      handler: async ({ caller, params }) => done(await tasks.act(signedIn(caller), params.id, { kind })),
    });

  const action = <B extends TSchema>(
    kind: TaskAction['kind'],
    summary: string,
    body: B,
    actionOf: (body: Static<B>) => TaskAction,
    who: Route['who'] = 'signed-in',
  ): Route =>
    route({
      method: 'POST',
      path: `/api/tasks/:id/${kind}`,
      summary,
      who,
      scope: 'tasks:write',
      params: TaskId,
      body,
      responses: { 200: Task },
      handler: async (call) =>
        done(await tasks.act(signedIn(call.caller), call.params.id, actionOf(call.body), ifMatch(call))),
    });

  const council: Route['who'] = ['officer', 'administrator'];

  return [
    route({
      method: 'GET',
      path: '/api/tasks',
      summary: 'One’s own tasks, those closed in the last 30 days, or those of one’s work groups',
      who: 'signed-in',
      query: ListQuery,
      responses: { 200: TaskPage },
      handler: async ({ caller, query }) => ({ status: 200, body: await tasks.list(signedIn(caller), query) }),
    }),
    route({
      method: 'GET',
      path: '/api/tasks/:id',
      scope: 'tasks:read',
      summary: 'A task with its history and what the caller may do',
      who: 'signed-in',
      params: TaskId,
      responses: { 200: Task },
      handler: async ({ caller, params }) => done(await tasks.read(signedIn(caller), params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/tasks/:id/lock',
      scope: 'tasks:read',
      summary: 'Whether somebody else is writing in it now',
      who: 'signed-in',
      quiet: true,
      params: TaskId,
      responses: { 200: TaskLock },
      handler: async ({ caller, params }) => ({ status: 200, body: await tasks.lock(signedIn(caller), params.id) }),
    }),
    route({
      method: 'GET',
      path: '/api/tasks/:id/people',
      scope: 'tasks:read',
      summary: 'To whom the caller may re-assign it',
      who: 'signed-in',
      params: TaskId,
      responses: { 200: Type.Array(TaskPerson) },
      handler: async ({ caller, params }) => {
        const person = signedIn(caller);
        const people = await tasks.peopleFor(person, params.id);
        const ids = people.map(({ id }) => id);
        await noteContacts(audit, person, { kind: 'task', id: params.id }, ids);
        return { status: 200, body: people };
      },
    }),
    route({
      method: 'GET',
      path: '/api/tasks/:id/pdf',
      produces: 'application/pdf',
      summary: 'The task as it is now, as PDF',
      who: 'signed-in',
      scope: 'tasks:read',
      params: TaskId,
      responses: { 200: 'stream' },
      handler: async ({ caller, params }) => {
        const { reference, ...printed } = await tasks.pdf(signedIn(caller), params.id);
        return pdfReply(printed, pdfName(reference));
      },
    }),
    route({
      method: 'GET',
      path: '/api/tasks/:id/blank',
      produces: 'application/pdf',
      summary: 'The form of an open task to fill in by pen, with what is known written in it, as PDF',
      who: 'signed-in',
      scope: 'tasks:read',
      params: TaskId,
      responses: { 200: 'stream' },
      handler: async ({ caller, params }) =>
        pdfReply(await tasks.blank(signedIn(caller), params.id), 'form-to-fill-in.pdf'),
    }),
    route({
      method: 'GET',
      path: '/api/tasks/:id/attachments/:attachment',
      summary: 'A document of its answers, for those who may read them',
      who: 'signed-in',
      scope: 'tasks:read',
      params: Type.Object({ id: Id, attachment: Id }),
      responses: { 200: 'stream' },
      handler: async ({ caller, params }) => {
        const person = signedIn(caller);
        const { task, draft, submission } = await tasks.find(person, params.id);
        const submitted = task.state === 'submitted' && submission !== undefined;
        const from = submitted ? submission : draft;
        const seen = await tasks.see(person, params.id);
        const holder = submitted ? 'submission' : 'draft';
        const { document, stream } = await attachments.open(from, params.attachment, holder, {
          accountId: person.accountId,
          seen,
        });
        const subject = { kind: 'attachment', id: document._id };
        const detail = { task: params.id };
        await audit.append({ actor: person.accountId, action: 'attachment-downloaded', subject, detail });
        return fileReply(stream, document);
      },
    }),
    route({
      method: 'GET',
      path: '/api/tasks/:id/documents/:document',
      scope: 'tasks:read',
      summary: 'A document that was sent with the task',
      who: 'signed-in',
      params: Type.Object({ id: Id, document: Id }),
      responses: { 200: 'stream' },
      handler: async ({ caller, params }) => {
        const { document, stream } = await tasks.document(signedIn(caller), params.id, params.document);
        return fileReply(stream, document);
      },
    }),
    simple('pick-up', 'Take it out of the tray of a work group'),
    simple('open', 'Open it to write in it; again every 30 seconds, as a sign of life'),
    simple('release', 'Leave off writing in it'),
    action('take-over', 'Take it over from whoever left it', Nothing, () => ({ kind: 'take-over' })),
    action('return', 'Give it back', TaskComment, ({ comment }) => ({ kind: 'return', comment })),
    action('re-assign', 'Hand it to somebody else', TaskReassign, (body) => ({ kind: 're-assign', ...body })),
    action('counter-sign', 'Counter-sign it', TaskCounterSign, ({ role }) => ({ kind: 'counter-sign', role })),
    action('retract', 'Take it back', TaskComment, ({ comment }) => ({ kind: 'retract', comment }), council),
    action('reopen', 'Open it again', TaskReopen, (body) => ({ kind: 'reopen', ...body }), council),
    action('extend', 'Give more time', TaskExtend, (body) => ({ kind: 'extend', ...body }), council),
    route({
      method: 'POST',
      path: '/api/tasks/:id/submit',
      summary: 'Submit the contribution, once',
      who: 'signed-in',
      params: TaskId,
      body: TaskSubmit,
      responses: { 200: Task, 201: Task },
      handler: async ({ caller, params, body }) => {
        const { task, fresh } = await tasks.submit(signedIn(caller), params.id, body.revision);
        return done(task, fresh ? 201 : 200);
      },
    }),
    route({
      method: 'GET',
      path: '/api/me/automatic-reply',
      summary: 'One’s own automatic reply',
      who: 'signed-in',
      responses: { 200: AutomaticReply },
      handler: async ({ caller }) => ({ status: 200, body: await automaticReplies.read(signedIn(caller).accountId) }),
    }),
    route({
      method: 'PUT',
      path: '/api/me/automatic-reply',
      summary: 'Says that one is away, and whom to send to instead',
      who: 'signed-in',
      body: AutomaticReply,
      responses: { 200: AutomaticReply },
      handler: async ({ caller, body }) => ({
        status: 200,
        body: await automaticReplies.write(signedIn(caller).accountId, body),
      }),
    }),
  ];
};
