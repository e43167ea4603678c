/** The body of GET /api/me and of everything that signs somebody in. */
import type { Me } from '../../../wire/account.ts';
import { accountOnWire, type AccountRecord } from './accounts.ts';
import type { Session } from '../../platform/http/callers.ts';

export const meOf = (account: AccountRecord, { idleEndsAt, endsAt }: Session): Me => ({
  account: accountOnWire(account),
  session: { idleEndsAt, endsAt },
});
