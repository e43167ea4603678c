/** Whom a task can be sent to and handed to. */
import { isFoundBy, typedWords, type Audience, type TaskAddress } from '../../../engine/index.ts';
import type { Recipient, TaskPerson } from '../../../wire/task.ts';
import { hands, type TaskCaller } from './access.ts';
import { problem } from '../../core/errors.ts';
import { every } from '../../platform/storage/every.ts';
import { foundBy } from '../../platform/storage/found-by.ts';
import { type AccountRecord, accountsById, isUnconfirmed, mayHave, nameOf, stateOf } from '../accounts/index.ts';
import { groupMayHave } from './audience.ts';
import { maySign, signersFor, signersNamed } from './counter-signers.ts';
import type { GroupDocument } from '../groups/index.ts';
import type { TaskDocument } from './document.ts';
import type { TaskParts } from './parts.ts';

/** The work groups that a task concerns, as one who has it sees it: its own, and those that they manage or are in. */
const groupsAround = async ({ groups }: TaskParts, { task }: TaskDocument, accountId: string): Promise<string[]> => {
  const { member, manages } = await groups.of(accountId);
  const own = [...manages, ...member].map(({ _id }) => _id);
  return [...new Set([...(task.group === null ? [] : [task.group.id]), ...own])];
};

/** Everybody in those groups but whoever has it already. */
const peopleAround = async (parts: TaskParts, document: TaskDocument, accountId: string): Promise<AccountRecord[]> => {
  const people = await parts.groups.peopleWithin(await groupsAround(parts, document, accountId));
  return people.filter(({ _id }) => _id !== document.task.holder?.id);
};

/** To whom the caller may hand the task, with who is away. */
export const peopleFor = async (
  parts: TaskParts,
  document: TaskDocument,
  { accountId }: TaskCaller,
): Promise<TaskPerson[]> => {
  const audience = await audienceOf(parts, document);
  const people = (await peopleAround(parts, document, accountId)).filter((person) => mayHave(audience, person));
  const signing = await signingOf(parts, document);
  return Promise.all(
    people.map(async (account) => {
      const away = await parts.automaticReplies.away(account._id);
      const { jobRole } = account.profile;
      return {
        id: account._id,
        name: nameOf(account),
        email: account.email,
        ...(jobRole === undefined ? {} : { jobRole }),
        ...(away === undefined ? {} : { away: away.text }),
        ...(signing === undefined ? {} : { mayCounterSign: maySign(signing, account, hands(document.task)) }),
      };
    }),
  );
};

/** What decides who may counter-sign a task; undefined of one that is not counter-signed. */
const signingOf = async ({ groups }: Pick<TaskParts, 'groups'>, { task }: TaskDocument) =>
  task.counterSignature === 'none' ? undefined : { ...task, groups: await groups.all() };

/** The work groups of whoever has it, and the one in whose tray it is. */
const groupsOfHolder = async ({ groups }: TaskParts, { task }: TaskDocument): Promise<Set<string>> => {
  const of = task.holder === null ? { member: [], manages: [] } : await groups.of(task.holder.id);
  return new Set([
    ...(task.group === null ? [] : [task.group.id]),
    ...[...of.member, ...of.manages].map(({ _id }) => _id),
  ]);
};

/** To whom it is to go, by name, and whether the caller finds them around the task. Throws request-invalid when there is nobody. */
export const newHolder = async (
  parts: TaskParts,
  document: TaskDocument,
  { accountId, role }: TaskCaller,
  to: { kind: 'user' | 'group'; id: string },
): Promise<{ to: TaskAddress; within: boolean; outside: boolean }> => {
  const nobody = () =>
    problem('request-invalid', {
      errors: [{ pointer: '/to/id', message: 'There is no such person or work group, or their account is closed.' }],
    });
  if (to.kind === 'group') {
    const group = await parts.groups.get(to.id);
    if (group === undefined) throw nobody();
    const outside = !(await groupsOfHolder(parts, document)).has(group._id);
    return { to: { kind: 'group', id: group._id, name: group.name }, within: true, outside };
  }
  const account = await parts.accounts.get(to.id);
  if (account === undefined || stateOf(account) !== 'active') throw nobody();
  const address = { kind: 'user' as const, id: account._id, name: nameOf(account) };
  const { group, holder } = document.task;
  if (holder?.id === account._id) return { to: address, within: true, outside: false };
  const [before, theirs] = await Promise.all([groupsOfHolder(parts, document), parts.groups.of(account._id)]);
  const outside = ![...theirs.member, ...theirs.manages].some(({ _id }) => before.has(_id));
  // For the council, “within” says only whether the task stays one of its work group.
  const own = group === null ? [] : await parts.groups.peopleWithin([group.id]);
  const around = role === 'applicant' ? await peopleAround(parts, document, accountId) : own;
  return { to: address, within: around.some(({ _id }) => _id === account._id), outside };
};

const mostOffered = 20;
/** Accounts that are looked at for those who may have a form; what was typed narrows them down before. */
const mostLooked = 2000;
const atOnce = 100;
const everybody: readonly Audience[] = ['parent', 'young-person', 'professional', 'council'];

/** Who may have a task's form. */
const audienceOf = async (
  { catalogue }: Pick<TaskParts, 'catalogue'>,
  { form }: TaskDocument,
): Promise<readonly Audience[]> =>
  ((await catalogue.formVersion(form.hash)) ?? (await catalogue.newest(form.id)))?.definition.manifest.audience ??
  everybody;

/** Ids of the people and work groups that had to do with what was sent about a case. */
export const knownOfCase = async (store: TaskParts['store'], id: string): Promise<ReadonlySet<string>> => {
  const known = new Set<string>();
  const sort = { path: 'keys.due', direction: 'asc' } as const;
  for await (const { task } of every(store, 'tasks', { filter: { case: { eq: id } }, sort }))
    for (const party of [task.holder, task.lastHolder, task.group]) if (party !== null) known.add(party.id);
  return known;
};

/** People and work groups whose name, address, organisation or job role begins with what was typed. `only`: those among whom they are looked for. */
export const recipients = async (
  parts: Pick<TaskParts, 'store' | 'automaticReplies' | 'catalogue' | 'groups'>,
  { q = '', form, only }: { q?: string; form?: string; only?: ReadonlySet<string> | undefined },
  task?: TaskDocument,
): Promise<Recipient[]> => {
  const formVersion = form === undefined ? undefined : await parts.catalogue.newest(form);
  const kinds = formVersion?.definition.manifest.task?.assignTo ?? ['user', 'work-group'];
  const audience = formVersion?.definition.manifest.audience ?? everybody;
  const words = typedWords(q);
  const all = await parts.groups.all();
  const groups = kinds.includes('work-group') ? all : [];
  const named = groups.filter(
    ({ _id, name, organisation }) => isFoundBy(words, `${name} ${organisation}`) && only?.has(_id) !== false,
  );
  const offered: GroupDocument[] = [];
  for (const group of named) {
    if (offered.length === mostOffered) break;
    if (formVersion === undefined || (await groupMayHave(parts, audience, group._id))) offered.push(group);
  }
  const found = offered.map(({ _id, name, organisation, members, managers }): Recipient => {
    const count = new Set([...members, ...managers]).size;
    const people = count === 1 ? '1 person' : `${count} people`;
    return { kind: 'group', id: _id, name, detail: organisation === '' ? people : `${organisation}, ${people}` };
  });
  const people = kinds.includes('user') ? await personRecipients(parts, words, audience, all, only) : [];
  const { counterSignature = 'none' } = formVersion?.definition.manifest.task ?? {};
  if (formVersion === undefined || counterSignature === 'none')
    return [...found, ...people.map(({ recipient }) => recipient)];
  const signing = { counterSignature, ...(task === undefined ? signersNamed(formVersion) : task.task), groups: all };
  const managers = (await parts.groups.peopleWithin(all.map(({ _id }) => _id))).filter((person) =>
    mayHave(audience, person),
  );
  const withSigners = (recipient: Recipient): Recipient => ({
    ...recipient,
    counterSigners: signersFor(signing, managers, recipient),
  });
  return [
    ...found.map(withSigners),
    ...people.map(({ recipient, account }) => ({
      ...withSigners(recipient),
      ...(task === undefined ? {} : { mayCounterSign: maySign(signing, account, hands(task.task)) }),
    })),
  ];
};

/** Said of people who call themselves professional and for whom nobody vouches: they are found, so that somebody has them confirmed. */
const unconfirmed = 'not confirmed by the council';

const accountsNamed = async (
  store: TaskParts['store'],
  words: readonly string[],
  audience: readonly Audience[],
): Promise<AccountRecord[]> => {
  const filter = { role: { eq: 'applicant' }, state: { in: ['active', 'invited', null] }, ...foundBy('words', words) };
  const items: AccountRecord[] = [];
  let looked = 0;
  const wanted = { filter, sort: { path: 'nameKey', direction: 'asc' }, atOnce } as const;
  for await (const person of every(store, 'accounts', wanted)) {
    if (mayHave(audience, person)) items.push(person);
    looked += 1;
    if (items.length === mostOffered || looked === mostLooked) break;
  }
  return items;
};

const accountsAmong = async (
  store: TaskParts['store'],
  ids: ReadonlySet<string>,
  words: readonly string[],
  audience: readonly Audience[],
): Promise<AccountRecord[]> => {
  const found = [...(await accountsById(store, ids)).values()].filter(
    (account) =>
      account.role === 'applicant' &&
      ['active', 'invited'].includes(stateOf(account)) &&
      mayHave(audience, account) &&
      isFoundBy(words, nameOf(account)),
  );
  return found.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'en')).slice(0, mostOffered);
};

const personRecipients = async (
  { store, automaticReplies }: Pick<TaskParts, 'store' | 'automaticReplies'>,
  words: readonly string[],
  audience: readonly Audience[],
  groups: readonly GroupDocument[],
  only: ReadonlySet<string> | undefined,
): Promise<{ recipient: Recipient; account: AccountRecord }[]> => {
  const items =
    only === undefined
      ? await accountsNamed(store, words, audience)
      : await accountsAmong(store, only, words, audience);
  return Promise.all(
    items.map(async (account) => {
      const { jobRole, organisation } = account.profile;
      const away = await automaticReplies.away(account._id);
      const own = groups.filter(({ members, managers }) => [...members, ...managers].includes(account._id));
      const detail = [jobRole, organisation, account.email, isUnconfirmed(account, own) ? unconfirmed : '']
        .filter((text) => text !== undefined && text !== '')
        .join(', ');
      const recipient: Recipient = {
        kind: 'user',
        id: account._id,
        name: nameOf(account),
        detail,
        ...(away === undefined ? {} : { away }),
      };
      return { recipient, account };
    }),
  );
};
