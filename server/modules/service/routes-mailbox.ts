import Type from 'typebox';
import { IsoTime } from '../../../wire/shapes.ts';
import { route, type Route } from '../../platform/http/route.ts';
import type { Config } from '../../core/config.ts';
import type { Store } from '../../platform/storage/store.ts';

const Mail = Type.Object({
  id: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  html: Type.String(),
  sentAt: IsoTime,
});

export interface MailboxRouteParts {
  config: Config;
  store: Store;
}

/** Only a demonstration has a mailbox for everybody to see; elsewhere the address does not exist. */
export const devMailboxRoutes = ({ config, store }: MailboxRouteParts): Route[] =>
  config.demonstration
    ? [
        route({
          method: 'GET',
          path: '/api/dev/mailbox',
          summary: 'The demonstration’s mails, newest first.',
          who: 'anyone',
          quiet: true,
          responses: { 200: Type.Array(Mail) },
          handler: async () => {
            const sort = { path: 'sentAt', direction: 'desc' } as const;
            const { items } = await store.find('mailbox', { filter: {}, sort, limit: 100 });
            const body = items.map(({ _id, to, subject, text, html, sentAt }) => ({
              id: _id,
              to,
              subject,
              text,
              html,
              sentAt,
            }));
            return { status: 200, body };
          },
        }),
      ]
    : [];
