/** Documents of a draft. */
import Type from 'typebox';
import { Attachment } from '../../../wire/form.ts';
import { Id } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { fileReply } from '../../platform/http/download.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Attachments } from './attachments.ts';
import type { Drafts } from './drafts.ts';

const One = Type.Object({ id: Id, attachment: Id });

export interface AttachmentRouteParts {
  attachments: Attachments;
  drafts: Drafts;
  audit: Audit;
}

export const attachmentRoutes = ({ attachments, drafts, audit }: AttachmentRouteParts): Route[] => [
  route({
    method: 'POST',
    path: '/api/drafts/:id/attachments',
    summary: 'Add a document; the body is its bytes',
    who: 'signed-in',
    params: Type.Object({ id: Id }),
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 1000 }) }),
    upload: true,
    responses: { 201: Attachment },
    handler: async ({ caller, params, query, stream }) => ({
      status: 201,
      body: await attachments.upload(signedIn(caller).accountId, params.id, query.name, stream),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/api/drafts/:id/attachments/:attachment',
    summary: 'Remove a document',
    who: 'signed-in',
    params: One,
    responses: { 204: null },
    handler: async ({ caller, params }) => {
      const { accountId } = signedIn(caller);
      await attachments.remove(accountId, params.id, params.attachment);
      return { status: 204 };
    },
  }),
  route({
    method: 'GET',
    path: '/api/drafts/:id/attachments/:attachment',
    summary: 'Download a document',
    who: 'signed-in',
    params: One,
    responses: { 200: 'stream' },
    handler: async ({ caller, params }) => {
      const { accountId } = signedIn(caller);
      const seen = await drafts.see(await drafts.open(accountId, params.id), accountId);
      const { document, stream } = await attachments.open(params.id, params.attachment, 'draft', { accountId, seen });
      await audit.append({
        actor: accountId,
        action: 'attachment-downloaded',
        subject: { kind: 'attachment', id: document._id },
      });
      return fileReply(stream, document);
    },
  }),
];
