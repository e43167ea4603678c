/** Terms and days off. */
import { Calendar } from '../../../../wire/council.ts';
import { signedIn } from '../../../platform/http/authorization.ts';
import { noteEffect } from '../../../platform/effects/pending.ts';
import { etag, ifMatch } from '../../../platform/http/if-match.ts';
import { editionOf } from '../../../platform/storage/edition.ts';
import { route } from '../../../platform/http/route.ts';
import type { Reply, Route } from '../../../platform/http/route.ts';
import type { CalendarDocument } from './calendar.ts';
import type { Logger } from 'pino';
import type { Cases } from '../cases.ts';
import type { Calendars } from './calendar.ts';
import type { Clock } from '../../../core/clock.ts';

const answer = ({ terms, holidays, ...calendar }: CalendarDocument): Reply => ({
  status: 200,
  body: { revision: editionOf(calendar), terms, holidays },
  headers: etag(editionOf(calendar)),
});

export interface CalendarRouteParts {
  calendars: Calendars;
  cases: Cases;
  log: Logger;
  clock: Clock;
}

export const calendarRoutes = ({ calendars, cases, clock, log }: CalendarRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/calendar',
    scope: 'cases:read',
    summary: 'Terms and days off, by which due dates are worked out',
    who: ['officer', 'administrator'],
    responses: { 200: Calendar },
    handler: async () => answer(await calendars.read()),
  }),
  route({
    method: 'PUT',
    path: '/api/calendar',
    summary: 'Change terms and days off',
    who: ['administrator'],
    body: Calendar,
    responses: { 200: Calendar },
    handler: async ({ caller, body: { terms, holidays }, header }) => {
      const { accountId } = signedIn(caller);
      const noted = (id: string) =>
        noteEffect({ actor: accountId, action: 'calendar-changed', subject: { kind: 'calendar', id } }, clock.now());
      const written = await calendars.write(ifMatch({ header }), { terms, holidays }, noted);
      // The board follows in a while; should it fail, the daily count fixes it.
      cases.recount().catch((error: unknown) => log.warn({ err: error }, 'clocks not counted again'));
      return answer(written);
    },
  }),
];
