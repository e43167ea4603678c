/** Terms and days off. */
import { Calendar } from '../../../../wire/council.ts';
import { signedIn } from '../../../platform/http/authorization.ts';
import { etag, ifMatch } from '../../../platform/http/if-match.ts';
import { route } from '../../../platform/http/route.ts';
import type { Reply, Route } from '../../../platform/http/route.ts';
import type { CalendarDocument } from './calendar.ts';
import type { Services } from '../../../composition/services.ts';

const answer = ({ revision, terms, holidays }: CalendarDocument): Reply => ({
  status: 200,
  body: { revision, terms, holidays },
  headers: etag(revision),
});

export const calendarRoutes = ({ calendars, cases, audit, log }: Services): Route[] => [
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
      const written = await calendars.write(ifMatch({ header }), { terms, holidays });
      await audit.append({
        actor: accountId,
        action: 'calendar-changed',
        subject: { kind: 'calendar', id: written._id },
      });
      // The board follows in a while; should it fail, the daily count fixes it.
      cases.recount().catch((error: unknown) => log.warn({ err: error }, 'clocks not counted again'));
      return answer(written);
    },
  }),
];
