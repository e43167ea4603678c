/** Cases, for the council: officers those of their teams, administrators all. */
import Type from 'typebox';
import {
  Case,
  CaseChange,
  CasePage,
  CaseSettings,
  NewCase,
  NewCaseEvent,
  NewHold,
  NewPause,
} from '../../../wire/case.ts';
import { Id } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { etag, ifMatch } from '../../platform/http/if-match.ts';
import { route } from '../../platform/http/route.ts';
import type { Caller, Reply, Route } from '../../platform/http/route.ts';
import { noteEffect, type Noted } from '../../platform/effects/pending.ts';
import type { AuditAction } from '../../platform/audit/words.ts';
import type { CaseDocument } from './documents.ts';
import { caseSettingsOnWire } from './on-wire.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Clock } from '../../core/clock.ts';
import type { Cases } from './cases.ts';
import type { CaseSettingsFile } from './settings.ts';

const council = ['officer', 'administrator'] as const;
const CaseId = Type.Object({ id: Id });
const CaseQuery = Type.Object({
  /** Words of a name, a date of birth, an identifier or a reference. */
  q: Type.Optional(Type.String({ maxLength: 200 })),
  team: Type.Optional(Type.String({ maxLength: 40 })),
  /** Those that this submitted form opened. */
  openedFrom: Type.Optional(Id),
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export interface CaseRouteParts {
  cases: Cases;
  caseSettings: CaseSettingsFile;
  audit: Audit;
  clock: Clock;
}

export const caseRoutes = ({ cases, caseSettings, audit, clock }: CaseRouteParts): Route[] => {
  const answer = async (status: number, found: CaseDocument): Promise<Reply> => ({
    status,
    body: await cases.onWire(found),
    headers: etag(found.edition),
  });

  /** A change by somebody who may read the case, noted in the audit trail. */
  const changing = async (
    caller: Caller | undefined,
    id: string,
    action: AuditAction,
    change: (noted: Noted, by: { id: string; name: string }) => Promise<CaseDocument>,
  ): Promise<Reply> => {
    const person = signedIn(caller);
    await cases.read(person, id);
    const noted = noteEffect({ actor: person.accountId, action, subject: { kind: 'case', id } }, clock.now());
    return answer(200, await change(noted, { id: person.accountId, name: person.name }));
  };

  return [
    route({
      method: 'GET',
      path: '/api/case-settings',
      scope: 'cases:read',
      summary: 'What the council says its cases are: fields, identifiers, events and clocks',
      who: council,
      responses: { 200: CaseSettings },
      handler: () => ({ status: 200, body: caseSettingsOnWire(caseSettings.current()) }),
    }),
    route({
      method: 'GET',
      path: '/api/cases',
      scope: 'cases:read',
      summary: 'Cases by last name, or those that fit what was typed',
      who: council,
      query: CaseQuery,
      responses: { 200: CasePage },
      handler: async ({ caller, query: { limit = 25, ...wanted } }) => {
        const person = signedIn(caller);
        const page = await cases.list(person, { ...wanted, limit });
        await audit.append({
          actor: person.accountId,
          action: 'cases-listed',
          subject: { kind: 'list', id: 'cases' },
          detail: { shown: page.items.map(({ id }) => id).join(' ') },
        });
        return { status: 200, body: page };
      },
    }),
    route({
      method: 'POST',
      path: '/api/cases',
      scope: 'cases:write',
      summary: 'Open a case',
      who: council,
      body: NewCase,
      responses: { 201: Case },
      handler: async ({ caller, body }) => {
        const person = signedIn(caller);
        const made = await cases.create(person, body);
        return answer(201, made);
      },
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id',
      scope: 'cases:read',
      summary: 'A case with its values, events and clocks',
      who: council,
      params: CaseId,
      responses: { 200: Case },
      handler: async ({ caller, params }) => {
        const person = signedIn(caller);
        const found = await cases.read(person, params.id);
        const subject = { kind: 'case', id: params.id };
        await audit.append({ actor: person.accountId, action: 'case-read', subject });
        return answer(200, found);
      },
    }),
    route({
      method: 'PUT',
      path: '/api/cases/:id',
      scope: 'cases:write',
      summary: 'Change what is given; a value of null is taken off, values that are not named stay',
      who: council,
      params: CaseId,
      body: CaseChange,
      responses: { 200: Case },
      handler: async ({ caller, params, body, header }) => {
        const person = signedIn(caller);
        const changed = await cases.change(person, params.id, ifMatch({ header }), body);
        return answer(200, changed);
      },
    }),
    route({
      method: 'POST',
      path: '/api/cases/:id/events',
      scope: 'cases:write',
      summary: 'Note that something happened',
      who: council,
      params: CaseId,
      body: NewCaseEvent,
      responses: { 200: Case },
      handler: ({ caller, params, body }) =>
        changing(caller, params.id, 'case-event-noted', (noted, by) =>
          cases.noteEvent(
            params.id,
            body.name,
            body.on,
            by,
            noted,
            body.about === undefined ? {} : { about: body.about.trim() },
          ),
        ),
    }),
    route({
      method: 'DELETE',
      path: '/api/cases/:id/events/:event',
      scope: 'cases:write',
      summary: 'Take back an event that was noted by mistake',
      who: council,
      params: Type.Object({ id: Id, event: Id }),
      responses: { 200: Case },
      handler: ({ caller, params }) =>
        changing(caller, params.id, 'case-event-removed', (noted) => cases.removeEvent(params.id, params.event, noted)),
    }),
    route({
      method: 'POST',
      path: '/api/cases/:id/pauses',
      scope: 'cases:write',
      summary: 'Note an exception that lifts duties, for a time or until further notice; it moves no day',
      who: council,
      params: CaseId,
      body: NewPause,
      responses: { 200: Case },
      handler: ({ caller, params, body }) =>
        changing(caller, params.id, 'case-pause-noted', (noted) => cases.pause(params.id, body, noted)),
    }),
    route({
      method: 'PUT',
      path: '/api/cases/:id/pauses/:pause',
      scope: 'cases:write',
      summary: 'Change an exception, such as its last day',
      who: council,
      params: Type.Object({ id: Id, pause: Id }),
      body: NewPause,
      responses: { 200: Case },
      handler: ({ caller, params, body }) =>
        changing(caller, params.id, 'case-pause-changed', (noted) =>
          cases.changePause(params.id, { ...body, id: params.pause }, noted),
        ),
    }),
    route({
      method: 'DELETE',
      path: '/api/cases/:id/pauses/:pause',
      scope: 'cases:write',
      summary: 'Take back an exception that was noted by mistake',
      who: council,
      params: Type.Object({ id: Id, pause: Id }),
      responses: { 200: Case },
      handler: ({ caller, params }) =>
        changing(caller, params.id, 'case-pause-removed', (noted) => cases.removePause(params.id, params.pause, noted)),
    }),
    route({
      method: 'PUT',
      path: '/api/cases/:id/hold',
      scope: 'cases:write',
      summary: 'Keep the case and all that belongs to it, whatever the retention schedule says',
      who: council,
      params: CaseId,
      body: NewHold,
      responses: { 200: Case },
      handler: ({ caller, params, body: { reason } }) =>
        changing(caller, params.id, 'case-hold-set', (noted, by) =>
          cases.hold(params.id, { reason, by, at: clock.now().toISOString() }, noted),
        ),
    }),
    route({
      method: 'DELETE',
      path: '/api/cases/:id/hold',
      scope: 'cases:write',
      summary: 'Let the retention schedule end the case again',
      who: council,
      params: CaseId,
      responses: { 200: Case },
      handler: ({ caller, params }) =>
        changing(caller, params.id, 'case-hold-ended', (noted) => cases.endHold(params.id, noted)),
    }),
  ];
};
