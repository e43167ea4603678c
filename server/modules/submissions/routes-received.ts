/** What has come in, for the council. */
import Type from 'typebox';
import { SubmissionPage } from '../../../wire/form.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Submissions } from './submissions.ts';
import { submissionSummary } from './submissions.ts';

const Query = Type.Object({
  /** The beginning of a reference, or of a name (last or first name first). */
  q: Type.Optional(Type.String({ maxLength: 200 })),
  after: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export interface ReceivedRouteParts {
  submissions: Submissions;
}

export const receivedRoutes = ({ submissions }: ReceivedRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/received',
    scope: 'submissions:read',
    summary: 'Submitted forms of one’s teams, newest first',
    who: ['officer', 'administrator'],
    query: Query,
    responses: { 200: SubmissionPage },
    handler: async ({ caller, query: { q = '', limit = 25, after } }) => {
      const { items, next } = await submissions.received(signedIn(caller), q, limit, after);
      return { status: 200, body: { items: items.map(submissionSummary), ...(next === undefined ? {} : { next }) } };
    },
  }),
];
