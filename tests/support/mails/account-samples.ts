/** Mails about accounts: registering, signing in, invitations, passwords and addresses. */
import { expectStatus } from '../angling.ts';
import { again } from '../bank.ts';
import { testPassword, testProfile, type SignedIn } from '../portal.ts';
import { textField } from '../read.ts';
import { auditOperator, type MailBank } from './portal.ts';
import type { MailSample, MakeSample, Promised } from './sample.ts';

const signIn: Promised = { words: 'Sign in', heading: 'Secure login – step 1', finds: ['Existing users'] };
const newPassword = (words: string): Promised => ({
  words,
  heading: 'Choose a new password',
  finds: ['Send me the link'],
});
const forgotten = newPassword('I have forgotten my password');
const accept: Promised = {
  words: 'Choose a password',
  heading: 'Accept your invitation',
  finds: ['Accept the invitation', 'Paula Porter'],
};

let made = 0;
const newAddress = (): string => `mail${(made += 1)}@example.org`;
const register = ({ portal }: MailBank, email: string) =>
  portal.client().post('/api/registrations', { profile: testProfile, email, password: testPassword });
const trySignIn = ({ portal }: MailBank, email: string, password: string) =>
  portal.client().post('/api/sign-in', { email, password });
const reset = ({ portal }: MailBank, email: string) => portal.client().post('/api/password-resets', { email });

const administratorOf = ({ portal }: MailBank): Promise<SignedIn> => portal.signedIn({ role: 'administrator' });
const invite = async (bank: MailBank, email: string, groups: string[] = []): Promise<string> => {
  const administrator = await administratorOf(bank);
  const invitation = { email, forename: 'Paula', surname: 'Porter', role: 'applicant', groups, teams: [] };
  return textField(expectStatus(await administrator.post('/api/accounts/invitations', invitation), 202), 'id');
};

/** Somebody who was invited does something else first. */
const invitedWho =
  (go: (bank: MailBank, email: string) => Promise<unknown>): MakeSample =>
  async (bank) => {
    const to = newAddress();
    await invite(bank, to);
    await bank.portal.mail();
    await go(bank, to);
    return [{ to, links: [accept] }];
  };

const changeEmail = async ({ portal }: MailBank, email: string) => {
  const person = await portal.signedIn();
  const answer = await person.post('/api/me/email', { email, password: person.password });
  return { person, challenge: textField(expectStatus(answer, 200), 'challenge') };
};

const one = (to: string, ...links: Promised[]): MailSample[] => [{ to, links }];

export const accountSamples: Record<string, MakeSample> = {
  'audit-head': async ({ portal }) => {
    await portal.services.jobs.runAll();
    return one(auditOperator);
  },
  'account-exists': async (bank) => {
    const { email } = await bank.portal.signedIn();
    await register(bank, email);
    return one(email, signIn, forgotten);
  },
  'code registration': async (bank) => {
    const email = newAddress();
    await register(bank, email);
    return one(email);
  },
  'code sign-in': async (bank) => {
    const { email } = await bank.portal.signedIn();
    await trySignIn(bank, email, testPassword);
    return one(email);
  },
  'code email-change': async (bank) => {
    const email = newAddress();
    await changeEmail(bank, email);
    return one(email);
  },
  'email-changed': async (bank) => {
    const email = newAddress();
    const { person, challenge } = await changeEmail(bank, email);
    const code = await bank.portal.code(email);
    expectStatus(await person.post('/api/me/email/confirm', { challenge, code }), 200);
    return one(person.email);
  },
  'groups-joined': async (bank) => {
    const { email } = await bank.portal.signedIn();
    await invite(bank, email, [bank.group._id]);
    return one(email, signIn);
  },
  invitation: invitedWho(async (bank, email) => invite(bank, email)),
  'invitation registration': invitedWho(register),
  'invitation sign-in': invitedWho((bank, email) => trySignIn(bank, email, testPassword)),
  'invitation password-reset': invitedWho(reset),
  'invitation email-change': invitedWho(changeEmail),
  locked: async (bank) => {
    const { email } = await bank.portal.signedIn();
    await Promise.all(Array.from({ length: 7 }, () => trySignIn(bank, email, 'not this password')));
    // The newest mail may be of the last try that was still looked at.
    bank.portal.clock.forward({ seconds: 1 });
    return one(email, newPassword('Choose a new password'));
  },
  'no-account': async (bank) => {
    const email = newAddress();
    await reset(bank, email);
    return one(email, { words: 'Register', heading: 'Your details', finds: ['Forename'] });
  },
  'password-changed': async (bank) => {
    const person = await bank.portal.signedIn();
    const change = { current: person.password, password: 'seven quiet otters' };
    expectStatus(await person.put('/api/me/password', change), 204);
    return one(person.email, newPassword('Choose a new password'));
  },
  'password-reset': async (bank) => {
    const { email } = await bank.portal.signedIn();
    await reset(bank, email);
    return one(email, { words: 'Choose a new password', heading: 'Choose a new password', finds: ['New password'] });
  },
  'password-tried': async (bank) => {
    const { email } = await bank.portal.signedIn();
    await trySignIn(bank, email, 'not this password');
    return one(email, signIn, forgotten);
  },
  registered: async (bank) => {
    const email = newAddress();
    const client = bank.portal.client();
    const begun = await client.post('/api/registrations', { profile: testProfile, email, password: testPassword });
    const challenge = textField(expectStatus(begun, 200), 'challenge');
    expectStatus(
      await client.post('/api/registrations/confirm', { challenge, code: await bank.portal.code(email) }),
      200,
    );
    return one(email, { words: 'Go to the service', heading: 'Online services', finds: ['Sign in'] });
  },
  suspended: async (bank) => {
    const { email, account } = await bank.portal.signedIn();
    const administrator = await again(bank.portal, await administratorOf(bank));
    await administrator.post(`/api/accounts/${account._id}/suspend`, { reason: 'Left' });
    await reset(bank, email);
    return one(email);
  },
};
