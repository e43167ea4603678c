/** The work list of an officer. */
import Type from 'typebox';
import { Id } from '../../../wire/shapes.ts';
import { CaseStory, WorkKind, WorkPage } from '../../../wire/work.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { Stories } from './story.ts';
import type { Work } from './work.ts';

const Query = Type.Object({
  kind: Type.Optional(WorkKind),
  team: Type.Optional(Type.String({ maxLength: 40 })),
  /** Only what is of one's own cases, or of no case yet. */
  officer: Type.Optional(Type.Literal('me')),
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export interface WorkRouteParts {
  work: Work;
  stories: Stories;
  audit: Audit;
}

export const workRoutes = ({ work, stories, audit }: WorkRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/work',
    scope: 'cases:read',
    summary: 'What is late, new, answered, unread, due and overdue for one’s teams, the most urgent first',
    who: ['officer', 'administrator'],
    query: Query,
    responses: { 200: WorkPage },
    handler: async ({ caller, query }) => {
      const person = signedIn(caller);
      const page = await work.list(person, query);
      const shown = new Set(page.items.map(({ about }) => about.id));
      await audit.append({
        actor: person.accountId,
        action: 'work-read',
        subject: { kind: 'list', id: 'work' },
        detail: { shown: [...shown].join(' ') },
      });
      return { status: 200, body: page };
    },
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/story',
    scope: 'cases:read',
    summary: 'A case with what happened in it and what is ahead, as one dated story, the newest first',
    who: ['officer', 'administrator'],
    params: Type.Object({ id: Id }),
    responses: { 200: CaseStory },
    handler: async ({ caller, params: { id } }) => {
      const person = signedIn(caller);
      const story = await stories.of(person, id);
      await audit.append({ actor: person.accountId, action: 'case-read', subject: { kind: 'case', id } });
      return { status: 200, body: story };
    },
  }),
];
