/** The council's responses to submitted forms. */
import Type from 'typebox';
import { Attachment, SubmissionSummary } from '../../../wire/form.ts';
import { Id } from '../../../wire/shapes.ts';
import { NewResponse } from '../../../wire/task.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { Responses } from './responses.ts';
import { submissionSummary } from './submissions.ts';

export interface ResponseRouteParts {
  responses: Responses;
}

export const responseRoutes = ({ responses }: ResponseRouteParts): Route[] => [
  route({
    method: 'POST',
    path: '/api/submissions/:id/response',
    scope: 'submissions:write',
    summary: 'Responds to a submitted form; whoever submitted it is told by mail',
    who: ['officer', 'administrator'],
    params: Type.Object({ id: Id }),
    body: NewResponse,
    responses: { 200: SubmissionSummary },
    handler: async ({ caller, params, body }) => ({
      status: 200,
      body: submissionSummary(await responses.post(signedIn(caller), params.id, body)),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/submissions/:id/response/documents',
    scope: 'submissions:write',
    summary: 'Add a document for a response that is being written; the body is its bytes',
    who: ['officer', 'administrator'],
    params: Type.Object({ id: Id }),
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 1000 }) }),
    upload: true,
    responses: { 201: Attachment },
    handler: async ({ caller, params, query, stream }) => ({
      status: 201,
      body: await responses.upload(signedIn(caller), params.id, query.name, stream),
    }),
  }),
];
