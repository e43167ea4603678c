/** The audit trail, for administrators. That somebody looked at it stands in it too. */
import Type from 'typebox';
import { formatDateTime } from '../../../engine/index.ts';
import { AuditAction, AuditPage, CaseAuditPage } from '../../../wire/council.ts';
import { Id, IsoDate } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { today } from '../../core/clock.ts';
import { csvReply } from '../../platform/http/csv.ts';
import { route, type Caller, type Route } from '../../platform/http/route.ts';
import { nameOfPlace } from '../../platform/audit/links.ts';
import type { AuditQuery } from './search.ts';
import { auditWords, wordsOfAction } from '../../platform/audit/words.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import type { AuditChain } from './chain.ts';
import type { AuditSearch } from './search.ts';

const wanted = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  action: Type.Optional(Type.String({ maxLength: 80 })),
  actor: Type.Optional(Type.String({ maxLength: 254 })),
  from: Type.Optional(IsoDate),
  to: Type.Optional(IsoDate),
};
const Query = Type.Object({
  ...wanted,
  after: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

/** The columns for programs come last: the time to the thousandth of a second, and identifiers to look an entry up by. */
const head = ['Number', 'Time', 'Who', 'What', 'Kind of record', 'Time (UTC)', 'Account', 'Record'];

export interface AuditRouteParts {
  /** Port: a case with the records that belong to it, by their ids. Throws not-found unless it is one of the caller's teams'. */
  recordsOfCase: (caller: Caller, id: string) => Promise<readonly string[]>;
  auditSearch: AuditSearch;
  auditChain: AuditChain;
  audit: Audit;
  clock: Clock;
  config: Config;
}

async function* rows({ auditSearch, config }: AuditRouteParts, query: AuditQuery) {
  for await (const { chain, sequence, at, actorName, actor, words, subject } of auditSearch.lines(query))
    yield [
      nameOfPlace({ chain, number: sequence }),
      formatDateTime(at, config.timeZone),
      actorName,
      words,
      subject.kind,
      at,
      actor,
      subject.id,
    ];
}

export const auditRoutes = (services: AuditRouteParts): Route[] => {
  const { auditSearch, auditChain, audit, clock, config, recordsOfCase } = services;
  return [
    route({
      method: 'GET',
      path: '/api/audit',
      summary: 'Who saw and did what, newest first',
      who: ['administrator'],
      query: Query,
      responses: { 200: AuditPage },
      handler: async ({ query, caller }) => {
        const { limit = 50, after, ...rest } = query;
        const actor = signedIn(caller).accountId;
        if (after === undefined)
          await audit.append({ actor, action: 'audit-read', subject: { kind: 'audit', id: 'audit' } });
        const [page, chain] = await Promise.all([auditSearch.page(rest, limit, after), auditChain.state()]);
        return { status: 200, body: { ...page, chain } };
      },
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id/audit',
      summary: 'Who saw and did what of a case and what belongs to it, newest first',
      who: ['officer', 'administrator'],
      params: Type.Object({ id: Id }),
      query: Type.Object({
        after: Type.Optional(Type.String({ maxLength: 1000 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      }),
      responses: { 200: CaseAuditPage },
      handler: async ({ caller, params: { id }, query: { limit = 50, after } }) => {
        const person = signedIn(caller);
        const records = await recordsOfCase(person, id);
        if (after === undefined)
          await audit.append({ actor: person.accountId, action: 'audit-read', subject: { kind: 'case', id } });
        return { status: 200, body: await auditSearch.about(records, limit, after) };
      },
    }),
    route({
      method: 'GET',
      path: '/api/audit/actions',
      summary: 'Everything that the audit trail notes, in words',
      who: ['administrator'],
      responses: { 200: Type.Array(AuditAction) },
      handler: () => {
        const actions = Object.keys(auditWords).map((action) => ({ action, words: wordsOfAction(action) }));
        return { status: 200, body: actions.sort((one, other) => one.words.localeCompare(other.words, 'en')) };
      },
    }),
    route({
      method: 'GET',
      path: '/api/audit.csv',
      produces: 'text/csv',
      summary: 'Who saw and did what, as a file',
      who: ['administrator'],
      query: Type.Object(wanted),
      responses: { 200: 'stream' },
      handler: async ({ query, caller }) => {
        const actor = signedIn(caller).accountId;
        await audit.append({ actor, action: 'audit-exported', subject: { kind: 'audit', id: 'audit' } });
        return csvReply(`audit-${today(clock, config.timeZone)}.csv`, head, rows(services, query));
      },
    }),
  ];
};
