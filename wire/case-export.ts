/** Everything that is held about the child of a case, given out on request: what there is, and what of it an officer lets go. */
import Type, { type Static } from 'typebox';
import { Id, IsoTime } from './shapes.ts';

export const CaseExportPart = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('case'),
    Type.Literal('request'),
    Type.Literal('form'),
    Type.Literal('messages'),
    Type.Literal('document'),
    Type.Literal('trail'),
  ]),
  title: Type.String(),
  /** Who wrote it, where that is one person. */
  by: Type.Optional(Type.String()),
  at: Type.Optional(IsoTime),
  /** Why somebody has to say yes to it, in words: it is of or about somebody other than the council. It stays out without that. */
  asks: Type.Optional(Type.String()),
});
export type CaseExportPart = Static<typeof CaseExportPart>;

/** GET /api/cases/:id/export → what there is. Every look of the council is in the audit trail. */
export const CaseExportContents = Type.Object({
  id: Id,
  reference: Type.String(),
  subject: Type.Object({ firstName: Type.String(), lastName: Type.String() }),
  parts: Type.Array(CaseExportPart),
  /** Documents that wait for the virus scanner: they come into no export yet. */
  waiting: Type.Integer(),
});
export type CaseExportContents = Static<typeof CaseExportContents>;

/** POST /api/cases/:id/export → a zip: one PDF, `data.json` and the documents. `parts`: ids of those that ask and are given out all the same. */
export const NewCaseExport = Type.Object(
  { parts: Type.Array(Type.String({ maxLength: 120 }), { maxItems: 5000 }) },
  { additionalProperties: false },
);
export type NewCaseExport = Static<typeof NewCaseExport>;
