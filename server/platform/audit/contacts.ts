import type { Caller } from '../http/route.ts';
import type { Audit, AuditEntry } from './entry.ts';

/** More are counted and not named: an entry is read by people, and goes into a chain. */
const mostNamed = 100;

/**
 * Notes that somebody who works for the council was shown email addresses or telephone numbers of these accounts, by their ids; of people
 * outside it nothing, who see only those they work with.
 */
export const noteContacts = async (
  audit: Audit,
  { accountId, role }: Pick<Caller, 'accountId' | 'role'>,
  subject: AuditEntry['subject'],
  accounts: Iterable<string>,
): Promise<void> => {
  const others = [...new Set(accounts)].filter((id) => id !== accountId);
  if (role === 'applicant' || others.length === 0) return;
  await audit.append({
    actor: accountId,
    action: 'contacts-shown',
    subject,
    detail: { count: others.length, shown: others.slice(0, mostNamed).join(' ') },
  });
};
