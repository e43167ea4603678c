/** What is held about the child of a case, for a request to see it: what there is, and what an officer gives out of it. */
import Type from 'typebox';
import { CaseExportContents, NewCaseExport } from '../../../../wire/case-export.ts';
import { Id } from '../../../../wire/shapes.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Audit } from '../../../platform/audit/entry.ts';
import { signedIn } from '../../../platform/http/authorization.ts';
import { zipReply } from '../../../platform/http/download.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { zipOf } from '../../../platform/attachments/zip-writer.ts';
import type { CaseExports } from './case-export.ts';

const council = ['officer', 'administrator'] as const;
const CaseId = Type.Object({ id: Id });

export interface CaseExportRouteParts {
  caseExports: CaseExports;
  audit: Audit;
  clock: Clock;
}

export const caseExportRoutes = ({ caseExports, audit, clock }: CaseExportRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/cases/:id/export',
    summary: 'What is held about whom a case is about, by its parts, and which of them somebody has to say yes to',
    who: council,
    params: CaseId,
    responses: { 200: CaseExportContents },
    handler: async ({ caller, params: { id } }) => {
      const person = signedIn(caller);
      const contents = await caseExports.contents(person, id);
      await audit.append({ actor: person.accountId, action: 'case-read', subject: { kind: 'case', id } });
      return { status: 200, body: contents };
    },
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/export',
    summary: 'All that is held about whom a case is about, as one PDF, data and documents in a zip',
    who: council,
    params: CaseId,
    body: NewCaseExport,
    produces: 'application/zip',
    responses: { 200: 'stream' },
    handler: async ({ caller, params: { id }, body: { parts } }) => {
      const { reference, files } = await caseExports.make(signedIn(caller), id, parts);
      return zipReply(zipOf(files, clock.now()), `${reference}.zip`);
    },
  }),
];
