/** What has come in, for the council. */
import Type from 'typebox';
import { NewStanding, Standing, SubmissionPage, SubmissionSummary } from '../../../wire/form.ts';
import { Id, IsoDate } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Submissions } from './submissions.ts';
import { submissionSummary } from './submissions.ts';

const Query = Type.Object({
  /** The beginning of a reference, or of a name (last or first name first). */
  q: Type.Optional(Type.String({ maxLength: 200 })),
  team: Type.Optional(Type.String({ maxLength: 40 })),
  form: Type.Optional(Type.String({ maxLength: 80 })),
  standing: Type.Optional(Standing),
  /** The first and the last day on which it came in, both counted. */
  from: Type.Optional(IsoDate),
  to: Type.Optional(IsoDate),
  /** `new`: what is new stands before all the rest. */
  first: Type.Optional(Type.Literal('new')),
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
    summary: 'Submitted forms of one’s teams, newest first, or what is new before the rest',
    who: ['officer', 'administrator'],
    query: Query,
    responses: { 200: SubmissionPage },
    handler: async ({ caller, query: { limit = 25, first, ...wanted } }) => {
      const asked = { ...wanted, limit, newFirst: first === 'new' };
      const { items, next } = await submissions.received(signedIn(caller), asked);
      return { status: 200, body: { items: items.map(submissionSummary), ...(next === undefined ? {} : { next }) } };
    },
  }),
  route({
    method: 'PUT',
    path: '/api/submissions/:id/standing',
    scope: 'submissions:write',
    summary: 'Says that the council has dealt with a form that came in, or has not yet',
    who: ['officer', 'administrator'],
    params: Type.Object({ id: Id }),
    body: NewStanding,
    responses: { 200: SubmissionSummary },
    handler: async ({ caller, params, body }) => ({
      status: 200,
      body: submissionSummary(await submissions.stand(signedIn(caller), params.id, body.standing)),
    }),
  }),
];
