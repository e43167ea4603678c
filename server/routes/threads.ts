/** Messages at tasks and submitted forms, for the people concerned and the officers of the team. */
import Type from 'typebox';
import { Id } from '../../wire/shapes.ts';
import { Message, NewMessage, UnreadThreads } from '../../wire/task.ts';
import { signedIn } from '../authorization.ts';
import { route, type Route } from '../http/route.ts';
import type { Services } from '../services/services.ts';

const ThreadId = Type.Object({ kind: Type.Union([Type.Literal('task'), Type.Literal('submission')]), id: Id });

export const threadRoutes = ({ threads }: Services): Route[] => [
  route({
    method: 'GET',
    path: '/api/threads/unread',
    scope: 'tasks:read',
    summary: 'How many threads have messages that one has not seen',
    who: 'signed-in',
    quiet: true,
    responses: { 200: UnreadThreads },
    handler: async ({ caller }) => ({ status: 200, body: await threads.unread(signedIn(caller)) }),
  }),
  route({
    method: 'GET',
    path: '/api/threads/:kind/:id',
    scope: 'tasks:read',
    summary: 'Messages at a task or a submitted form, oldest first; marks them as read',
    who: 'signed-in',
    params: ThreadId,
    responses: { 200: Type.Array(Message) },
    handler: async ({ caller, params }) => ({
      status: 200,
      body: await threads.read(signedIn(caller), params.kind, params.id),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/threads/:kind/:id',
    scope: 'tasks:write',
    summary: 'Writes a message, of which the other side is told by mail',
    who: 'signed-in',
    params: ThreadId,
    body: NewMessage,
    responses: { 201: Message },
    handler: async ({ caller, params, body }) => ({
      status: 201,
      body: await threads.write(signedIn(caller), params.kind, params.id, body.text),
    }),
  }),
];
