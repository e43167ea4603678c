import {
  Challenge,
  ChallengeAnswer,
  EmailChange,
  Me,
  NewCode,
  PasswordChange,
  Profile,
} from '../../../wire/account.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { disposition } from '../../platform/http/download.ts';
import { today } from '../../core/clock.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import { route, type Caller, type Route } from '../../platform/http/route.ts';
import { beginEmailChange, finishEmailChange, renewEmailChange } from './email.ts';
import { myDataFile } from './my-data.ts';
import { changePassword } from './sign-in/password.ts';
import { accountOnWire, type AccountRecord } from './accounts.ts';
import { claimsMore } from './audience.ts';
import type { MyDataPart } from '../../core/my-data.ts';
import type { AccountParts } from './parts.ts';
import { meOf } from './routes-me.ts';

export interface AccountRouteParts extends AccountParts {
  /** By heading; what every module keeps about an account. */
  myData: ReadonlyMap<string, MyDataPart>;
}

export const accountRoutes = (services: AccountRouteParts): Route[] => {
  const { accounts, sessions, audit, clock, config, myData } = services;

  const meNow = async (account: AccountRecord, { sessionId }: Caller): Promise<Me> => {
    const session = await sessions.extend(sessionId);
    if (session === undefined) throw problem('sign-in-needed');
    return meOf(account, session);
  };

  return [
    route({
      method: 'GET',
      path: '/api/me',
      summary: 'Who is signed in, and until when.',
      who: 'anyone',
      quiet: true,
      responses: { 200: Me },
      handler: async ({ caller }) => {
        if (caller === undefined) return { status: 200, body: { account: null } };
        const [account, session] = await Promise.all([accounts.get(caller.accountId), sessions.get(caller.sessionId)]);
        return {
          status: 200,
          body: account === undefined || session === undefined ? { account: null } : meOf(account, session),
        };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/me/profile',
      summary: 'Replaces the account’s details.',
      who: 'signed-in',
      body: Profile,
      responses: { 200: Me },
      handler: async ({ body, caller }) => {
        const person = signedIn(caller);
        const before = await accounts.get(person.accountId);
        const vouched =
          before !== undefined && claimsMore(before.profile, body)
            ? { vouched: { is: false, at: clock.now().toISOString(), by: person.accountId } }
            : {};
        const id = person.accountId;
        const noted = noteEffect(
          { actor: id, action: 'profile-changed', subject: { kind: 'account', id } },
          clock.now(),
        );
        const account = await accounts.change(id, { profile: body, ...vouched }, [noted]);
        await writeNotes(services, 'accounts', account);
        await sessions.refresh(account);
        return { status: 200, body: await meNow(account, person) };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/me/password',
      summary: 'Changes the password; other sessions end.',
      who: 'signed-in',
      body: PasswordChange,
      responses: { 204: null },
      handler: async ({ body, caller }) => {
        const { accountId, sessionId } = signedIn(caller);
        await changePassword(services, accountId, body, sessionId);
        return { status: 204 };
      },
    }),
    route({
      method: 'POST',
      path: '/api/me/email',
      summary: 'Asks for another email address, which a code confirms.',
      who: 'signed-in',
      body: EmailChange,
      responses: { 200: Challenge },
      handler: async ({ body, caller, address }) => ({
        status: 200,
        body: await beginEmailChange(services, signedIn(caller).accountId, body, address),
      }),
    }),
    route({
      method: 'POST',
      path: '/api/me/email/confirm',
      summary: 'Confirms the new email address.',
      who: 'signed-in',
      body: ChallengeAnswer,
      responses: { 200: Me },
      handler: async ({ body, caller, address }) => {
        const person = signedIn(caller);
        return { status: 200, body: await meNow(await finishEmailChange(services, person, body, address), person) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/me/email/new-code',
      summary: 'Sends another code to the new address.',
      who: 'signed-in',
      body: NewCode,
      responses: { 200: Challenge },
      handler: async ({ body, caller }) => ({
        status: 200,
        body: await renewEmailChange(services, signedIn(caller).accountId, body.challenge),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/me/data',
      summary: 'Everything that the service holds about the account, as a JSON file.',
      who: 'signed-in',
      produces: 'application/json',
      responses: { 200: 'stream' },
      handler: async ({ caller }) => {
        const { accountId } = signedIn(caller);
        const account = await accounts.get(accountId);
        if (account === undefined) throw problem('sign-in-needed');
        await audit.append({
          actor: accountId,
          action: 'own-data-downloaded',
          subject: { kind: 'account', id: accountId },
        });
        const name = `my-data-${today(clock, config.timeZone)}.json`;
        return {
          status: 200,
          stream: myDataFile(accountOnWire(account), myData, accountId),
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'Content-Disposition': disposition(name),
          },
        };
      },
    }),
  ];
};
