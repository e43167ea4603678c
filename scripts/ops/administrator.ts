/** Invites the first administrator, who then invites everybody else. Pressed twice, it sends another link to the same account. */
import { emailFormat } from '../../engine/index.ts';
import { mailFaults } from '../../server/core/config.ts';
import { mailboxTransport, smtpTransport } from '../../server/platform/mail/transport.ts';
import { keepApart } from '../../server/demonstration/apart.ts';
import { isMarked } from '../../server/demonstration/mark.ts';
import { type AccountRecord, invitationDays, normaliseEmail, stateOf } from '../../server/modules/accounts/index.ts';
import { every } from '../../server/platform/storage/every.ts';
import type { Services } from '../../server/composition/services.ts';
import type { Store } from '../../server/platform/storage/store.ts';
import { servicesOf, type Installation } from './open.ts';

export interface FirstAdministrator {
  email: string;
  forename: string;
  surname: string;
  /** Also when there is an administrator already. */
  force: boolean;
}

/** Administrators who can sign in, or were invited under another address. */
const others = async (store: Store, email: string): Promise<AccountRecord[]> => {
  const found: AccountRecord[] = [];
  const sort = { path: '_id', direction: 'asc' } as const;
  for await (const account of every(store, 'accounts', {
    filter: { role: { eq: 'administrator' } },
    sort,
  }))
    if (stateOf(account) === 'active' || (stateOf(account) === 'invited' && account.email !== email))
      found.push(account);
  return found;
};

/** Whether the account's mails have all gone. */
const allSent = async ({ store, relay }: Services, id: string): Promise<boolean> => {
  await relay.run();
  const account = await store.get('accounts', id);
  return account === undefined || account.effects.length === 0;
};

const named = ['administrator-named'] as const;

const promote = async ({ accountsAdmin }: Services, { _id }: AccountRecord): Promise<string> => {
  await accountsAdmin.setRole('system', _id, 'administrator', named);
  return 'This address already has an account. It is now an administrator’s account and signs in as before.';
};

const invite = async (services: Services, { email, forename, surname }: FirstAdministrator): Promise<AccountRecord> => {
  const invitation = { email, forename, surname, role: 'administrator' as const, groups: [], teams: [] };
  return services.invitations.invite('system', invitation, named);
};

const words = (installation: Installation, sent: boolean): string => {
  const { config } = installation;
  const kept = `The link to choose a password lasts ${invitationDays} days and works once.`;
  if (config.smtpUrl === '')
    return `There is no mail server here: the invitation is at http://localhost:${config.port}/dev/mailbox. ${kept}`;
  return sent
    ? `The invitation was given to the mail server. ${kept}`
    : `The mail server has not taken the invitation yet; the running service tries again. ${kept}`;
};

/** Gives what the operator is told. Rejects, in words, when somebody is an administrator already or the address cannot be one. */
export const makeAdministrator = async (installation: Installation, given: FirstAdministrator): Promise<string> => {
  const { config, store, clock } = installation;
  const faults = mailFaults(config);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const email = normaliseEmail(given.email);
  if (!emailFormat.test(email)) throw new Error(`${given.email} is not an email address.`);
  await keepApart(store, config);
  if (config.demonstration && !(await isMarked(store)))
    throw new Error('A demonstration has an administrator of its own. Start it with “npm start”.');
  const present = await others(store, email);
  if (present.length > 0 && !given.force)
    throw new Error(
      `There ${present.length === 1 ? 'is an administrator' : `are ${present.length} administrators`} already, who can invite others under Accounts. Add --force to make another one anyway.`,
    );
  const transport = config.smtpUrl === '' ? mailboxTransport(store, clock) : smtpTransport(config.smtpUrl);
  const services = await servicesOf(installation, transport);
  try {
    const existing = await services.accounts.byEmail(email);
    const state = existing === undefined ? undefined : stateOf(existing);
    if (state === 'suspended') throw new Error('The account with this address is suspended. Use another address.');
    if (existing !== undefined && state === 'active') return await promote(services, existing);
    const { _id } = await invite(services, { ...given, email });
    return words(installation, await allSent(services, _id));
  } finally {
    await services.relay.stop();
    transport.close();
  }
};
