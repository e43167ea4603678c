/** The demonstration's people: accounts, teams, work groups, and who is away. */
import { randomBytes } from 'node:crypto';
import { type AccountRecord, hashPassword } from '../modules/accounts/index.ts';
import type { DemonstrationParts } from './parts.ts';
import { editionOf } from '../platform/storage/edition.ts';
import { dayFrom } from './days.ts';
import type { Demonstration, DemoPerson } from './demonstration.ts';

/** Finds an account by its address. Rejects when the demonstration has none. */
export const accountOf = async (
  { accounts }: Pick<DemonstrationParts, 'accounts'>,
  email: string,
): Promise<AccountRecord> => {
  const account = await accounts.byEmail(email);
  if (account === undefined) throw new Error(`The demonstration has no account ${email}`);
  return account;
};

const makeTeams = async ({ teams, log }: DemonstrationParts, { teams: wanted }: Demonstration): Promise<void> => {
  for (const { id, ...content } of wanted) {
    const found = await teams.get(id);
    if (found === undefined) log.warn({ team: id }, 'the settings name no such team');
    else await teams.replace(id, editionOf(found), { ...content, officers: found.officers });
  }
};

const makeAccount = async (parts: DemonstrationParts, person: DemoPerson, noPassword: string): Promise<void> => {
  const { accounts, teams } = parts;
  const { email, password, role, profile, teams: worksIn = [] } = person;
  const passwordHash = password === undefined ? noPassword : await hashPassword(password);
  const { _id } = (await accounts.byEmail(email)) ?? (await accounts.create({ email, passwordHash, role, profile }));
  for (const team of worksIn) await teams.join(team, _id);
};

const makeGroups = async (parts: DemonstrationParts, { groups: wanted }: Demonstration): Promise<void> => {
  const { groups } = parts;
  const present = await groups.all();
  const ids = (emails: readonly string[]): Promise<string[]> =>
    Promise.all(emails.map(async (email) => (await accountOf(parts, email))._id));
  for (const { name, organisation, members, managers } of wanted) {
    if (present.some((group) => group.name === name && group.organisation === organisation)) continue;
    await groups.create({ name, organisation, members: await ids(members), managers: await ids(managers) });
  }
};

/** Makes what is not there yet; days are counted from `day`. */
export const makePeople = async (
  parts: DemonstrationParts,
  demonstration: Demonstration,
  day: string,
): Promise<void> => {
  const { automaticReplies } = parts;
  const everybody = [...demonstration.accounts, ...demonstration.people];
  const noPassword = await hashPassword(randomBytes(32).toString('base64'));
  await makeTeams(parts, demonstration);
  for (const person of everybody) await makeAccount(parts, person, noPassword);
  await makeGroups(parts, demonstration);
  for (const { email, away } of everybody) {
    if (away === undefined) continue;
    const { from, to, text, instead } = away;
    await automaticReplies.write((await accountOf(parts, email))._id, {
      on: true,
      from: dayFrom(day, from),
      to: dayFrom(day, to),
      text,
      ...(instead === undefined ? {} : { instead: (await accountOf(parts, instead))._id }),
    });
  }
};
