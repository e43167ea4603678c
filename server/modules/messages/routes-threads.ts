/** Messages at tasks and submitted forms, for the people concerned and the officers of the team. */
import Type from 'typebox';
import { Id } from '../../../wire/shapes.ts';
import { Message, NewMessage, UnreadThreads } from '../../../wire/task.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { Threads } from './threads.ts';

const ThreadId = Type.Object({ id: Id });

export interface ThreadRouteParts {
  threads: Threads;
}

/** The messages at one kind of thing: a key must be for that kind. */
const messagesAt = ({ threads }: ThreadRouteParts, kind: 'task' | 'submission', what: string): Route[] => [
  route({
    method: 'GET',
    path: `/api/threads/${kind}/:id`,
    scope: `${kind}s:read`,
    summary: `Messages at ${what}, oldest first; marks them as read`,
    who: 'signed-in',
    params: ThreadId,
    responses: { 200: Type.Array(Message) },
    handler: async ({ caller, params }) => ({
      status: 200,
      body: await threads.read(signedIn(caller), kind, params.id),
    }),
  }),
  route({
    method: 'POST',
    path: `/api/threads/${kind}/:id`,
    scope: `${kind}s:write`,
    summary: `Writes a message at ${what}, of which the other side is told by mail`,
    who: 'signed-in',
    params: ThreadId,
    body: NewMessage,
    responses: { 201: Message },
    handler: async ({ caller, params, body }) => ({
      status: 201,
      body: await threads.write(signedIn(caller), kind, params.id, body.text),
    }),
  }),
];

export const threadRoutes = (services: ThreadRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/threads/unread',
    scope: 'tasks:read',
    summary: 'How many threads have messages that one has not seen',
    who: 'signed-in',
    quiet: true,
    responses: { 200: UnreadThreads },
    handler: async ({ caller }) => ({ status: 200, body: await services.threads.unread(signedIn(caller)) }),
  }),
  ...messagesAt(services, 'task', 'a task'),
  ...messagesAt(services, 'submission', 'a submitted form'),
];
