/** A person's own forms that are not submitted yet. */
import Type from 'typebox';
import { isObject } from '../../../engine/json.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { Draft, DraftPatch, DraftSummary, NewDraft, Renew, Saved } from '../../../wire/form.ts';
import { Id } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Drafts } from './drafts.ts';
import type { DraftRemoval } from './removal.ts';

const DraftId = Type.Object({ id: Id });

/** A body that a schema has called an object is JSON through and through. */
const jsonObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

export interface DraftRouteParts {
  drafts: Drafts;
  draftRemoval: DraftRemoval;
}

export const draftRoutes = ({ drafts, draftRemoval }: DraftRouteParts): Route[] => [
  route({
    method: 'POST',
    path: '/api/drafts',
    summary: 'Begin a form',
    who: 'signed-in',
    body: NewDraft,
    responses: { 201: Draft },
    handler: async ({ caller, body }) => {
      const { form, language, answers } = body;
      const draft = await drafts.create(signedIn(caller).accountId, form, jsonObject(answers), language);
      return { status: 201, body: draft, headers: { Location: `/api/drafts/${draft.id}` } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/drafts',
    summary: 'Forms to go on with, newest first; of one form when it is named',
    who: 'signed-in',
    query: Type.Object({ form: Type.Optional(Type.String({ maxLength: 80 })) }),
    responses: { 200: Type.Array(DraftSummary) },
    handler: async ({ caller, query }) => ({
      status: 200,
      body: await drafts.list(signedIn(caller).accountId, query.form),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/drafts/:id',
    summary: 'A form to go on with',
    who: 'signed-in',
    params: DraftId,
    responses: { 200: Draft },
    handler: async ({ caller, params }) => ({
      status: 200,
      body: await drafts.read(signedIn(caller).accountId, params.id),
    }),
  }),
  route({
    method: 'PATCH',
    path: '/api/drafts/:id',
    summary: 'Save what changed',
    who: 'signed-in',
    params: DraftId,
    body: DraftPatch,
    responses: { 200: Saved },
    handler: async ({ caller, params, body }) => ({
      status: 200,
      body: await drafts.save(signedIn(caller).accountId, params.id, { ...body, set: jsonObject(body.set) }),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/drafts/:id/renew',
    summary: 'Go on in the newest version of the form',
    who: 'signed-in',
    params: DraftId,
    body: Renew,
    responses: { 200: Draft },
    handler: async ({ caller, params, body }) => {
      const { revision, form, set, unset = [], base } = body;
      const late = form === undefined ? undefined : { form, set: jsonObject(set), unset, base: jsonObject(base) };
      return { status: 200, body: await drafts.renew(signedIn(caller).accountId, params.id, revision, late) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/drafts/:id',
    summary: 'Throw a form away',
    who: 'signed-in',
    params: DraftId,
    responses: { 204: null },
    handler: async ({ caller, params }) => {
      await draftRemoval.discard(signedIn(caller).accountId, params.id);
      return { status: 204 };
    },
  }),
];
