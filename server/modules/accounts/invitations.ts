/** Inviting people: the council makes the account, the person chooses the password by a link in a mail, which proves the address. */
import type { Invitation, InvitationAcceptance } from '../../../wire/council.ts';
import type { Config } from '../../core/config.ts';
import type { Clock } from '../../core/clock.ts';
import type { JsonValue } from '../../../engine/json.ts';
import type { Effect, WorkEffect } from '../../platform/effects/effect.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import {
  afterRequest,
  effectsAdded,
  effectsChange,
  mailEffect,
  noteEffect,
  settle,
  workEffect,
} from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError, type Store } from '../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import { refuseWeak } from './registration.ts';
import { accountKeys, stateOf, tidyProfile, type AccountRecord, type Accounts } from './accounts.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { AuditAction } from '../../platform/audit/words.ts';
import type { TeamsOfPeople, WorkGroupsOfPeople } from './memberships.ts';
import { newToken, sha256 } from '../../core/ids.ts';
import { invitationDays, newLink } from './invitations-link.ts';
import { hashPassword } from './sign-in/passwords.ts';

export interface InvitationParts {
  config: Pick<Config, 'council' | 'serviceName'>;
  store: Store;
  clock: Clock;
  accounts: Accounts;
  groups: WorkGroupsOfPeople;
  teams: TeamsOfPeople;
  audit: Audit;
  /** Says that an effect was written. */
  kick: () => void;
}

export interface Invitations {
  /**
   * Invites an address, invites it again, or adds the account that it has to groups and teams. Throws `request-invalid` at the place
   * that cannot be. `also`: what else the trail says of an invitation.
   */
  invite: (by: string, invitation: Invitation, also?: readonly AuditAction[]) => Promise<AccountRecord>;
  /** The account that a link is for. Throws `invitation-accepted` or `link-over`. */
  read: (token: string) => Promise<AccountRecord>;
  /** For the relay: puts an account into the groups and teams that it was invited to. */
  join: (effect: WorkEffect, account: string) => Promise<void>;
  /** Throws `invitation-accepted`, `link-over` or `password-weak`; a weak password does not use the link up. */
  accept: (acceptance: InvitationAcceptance) => Promise<AccountRecord>;
}

/** Name of the work that puts an account into the groups and teams that it was invited to. */
export const joinGroupsWork = 'join-groups';

type Joined = Pick<Invitation, 'groups' | 'teams'>;

const texts = (value: JsonValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const wrong = (pointer: string, message: string) => problem('request-invalid', { errors: [{ pointer, message }] });
const replaced = () =>
  problem('link-over', {
    detail:
      'It was replaced by a newer one, or is not complete. If you were invited more than once, use the link in the newest email. If you cannot find it, ask for a new link with the email address to which the invitation went.',
  });
const suspended = () =>
  problem('link-over', { detail: 'The council has suspended this account. Ask whoever invited you.' });
const tooOld = () =>
  problem('link-over', {
    detail: `It is more than ${invitationDays} days old. Ask for a new link with the email address to which the invitation went.`,
  });

export const createInvitations = (parts: InvitationParts): Invitations => {
  const { store, clock, accounts, groups, teams, kick } = parts;

  /** Names of what the account is added to. */
  const names = async ({ groups: groupIds, teams: teamIds }: Invitation, role: AccountRecord['role']) => {
    const found = await Promise.all([...groupIds.map(groups.get), ...teamIds.map(teams.get)]);
    const lost = found.indexOf(undefined);
    if (lost >= 0)
      throw lost < groupIds.length
        ? wrong(`/groups/${lost}`, 'There is no such work group any more')
        : wrong(`/teams/${lost - groupIds.length}`, 'There is no such team any more');
    if (teamIds.length > 0 && role === 'applicant')
      throw wrong('/teams', 'Only officers and administrators belong to teams. Give the account that role first');
    return found.flatMap((each) => (each === undefined ? [] : [each.name]));
  };

  const join: Invitations['join'] = async ({ values }, account) => {
    for (const group of texts(values['groups'])) await groups.join(group, account);
    for (const team of texts(values['teams'])) await teams.join(team, account);
  };

  /** What is written with the account: what the trail says, and which groups and teams it is to join, should the request not come to it. */
  const effectsOf = (by: string, actions: readonly AuditAction[], id: string, joined: Joined): Effect[] => [
    ...actions.map((action) => noteEffect({ actor: by, action, subject: { kind: 'account', id } }, clock.now())),
    ...(joined.groups.length + joined.teams.length === 0
      ? []
      : [afterRequest(workEffect(joinGroupsWork, { groups: joined.groups, teams: joined.teams }, clock.now()))]),
  ];

  /** Of earlier invitations too, whose requests did not come to it. */
  const carryOut = async (account: AccountRecord): Promise<void> => {
    for (const effect of account.effects) {
      if (effect.kind !== 'work' || effect.name !== joinGroupsWork) continue;
      await join(effect, account._id);
      await settle(store, 'accounts', account._id, effect.id, undefined);
    }
    await writeNotes(parts, 'accounts', account);
    kick();
  };

  const create = async (by: string, invitation: Invitation, also: readonly AuditAction[]): Promise<AccountRecord> => {
    const { email, role, forename, surname, jobRole, organisation } = invitation;
    const link = newLink(clock, by);
    const profile = {
      forename,
      surname,
      professional: role !== 'applicant' || jobRole !== undefined || organisation !== undefined,
      ...(jobRole === undefined ? {} : { jobRole }),
      ...(organisation === undefined ? {} : { organisation }),
      address: { street: '', town: '', postcode: '' },
    };
    const passwordHash = await hashPassword(newToken());
    const record = { email, passwordHash, role, profile, state: 'invited' as const, invitation: link.invitation };
    return accounts.create(record, (id) => [
      link.mail(id),
      ...effectsOf(by, ['account-invited', ...also], id, invitation),
    ]);
  };

  const again = async (
    by: string,
    account: AccountRecord,
    invitation: Invitation,
    also: readonly AuditAction[],
  ): Promise<AccountRecord> => {
    const link = newLink(clock, by);
    const set = { role: invitation.role, invitation: link.invitation };
    const effects = [link.mail(account._id), ...effectsOf(by, ['account-invited', ...also], account._id, invitation)];
    return (await effectsAdded(store, 'accounts', account._id, set, effects)) ?? account;
  };

  const invite = async (by: string, invitation: Invitation, also: readonly AuditAction[]): Promise<AccountRecord> => {
    const existing = await accounts.byEmail(invitation.email);
    const state = existing === undefined ? undefined : stateOf(existing);
    if (state === 'suspended') throw wrong('/email', 'The account with this address is suspended. Restore it first');
    const known = await names(
      invitation,
      existing !== undefined && state === 'active' ? existing.role : invitation.role,
    );
    if (existing === undefined || state === 'invited') {
      const account =
        existing === undefined ? await create(by, invitation, also) : await again(by, existing, invitation, also);
      await carryOut(account);
      return account;
    }
    if (known.length > 0) {
      const { _id: id } = existing;
      const told = mailEffect('groups-joined', { account: id }, { names: known }, clock.now());
      const effects = [told, ...effectsOf(by, ['account-added-to-groups'], id, invitation)];
      const account = await effectsAdded(store, 'accounts', id, {}, effects);
      if (account !== undefined) await carryOut(account);
    }
    return existing;
  };

  const read = async (token: string): Promise<AccountRecord> => {
    const account = await store.findOne('accounts', { 'invitation.tokenHash': { eq: sha256(token) } });
    if (account?.invitation?.acceptedAt !== undefined) throw problem('invitation-accepted');
    if (account?.invitation === undefined) throw replaced();
    if (stateOf(account) === 'suspended') throw suspended();
    if (account.invitation.expiresAt <= clock.now().toISOString()) throw tooOld();
    return account;
  };

  return {
    invite: async (by, invitation, also = []) => {
      try {
        return await invite(by, invitation, also);
      } catch (error) {
        // Somebody registered or invited the address in the same moment.
        if (error instanceof DuplicateError) return invite(by, invitation, also);
        throw error;
      }
    },
    read,
    join,
    accept: async ({ token, password, address, phone }) => {
      const invited = await read(token);
      refuseWeak(parts.config, password, invited.email, invited.profile);
      const passwordHash = await hashPassword(password);
      return untilWritten('accounts', async () => {
        const account = await read(token);
        const profile = tidyProfile({ ...account.profile, address, ...(phone === undefined ? {} : { phone }) });
        const now = clock.now();
        const { _id: id } = account;
        const effects = [
          ...account.effects,
          mailEffect('registered', { account: id }, {}, now),
          noteEffect({ actor: id, action: 'invitation-accepted', subject: { kind: 'account', id } }, now),
        ];
        const set = {
          passwordHash,
          profile,
          state: 'active',
          'invitation.acceptedAt': now.toISOString(),
          ...accountKeys({ email: account.email, profile }),
          lastSignedInAt: now.toISOString(),
        };
        const filter = { _id: { eq: account._id }, revision: { eq: account.revision } };
        const accepted = await store.update('accounts', filter, effectsChange(effects, { set }));
        if (accepted === undefined) return overtaken;
        await writeNotes(parts, 'accounts', accepted);
        kick();
        return accepted;
      });
    },
  };
};
