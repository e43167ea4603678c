/** Everything that somebody is, and how they stand to a task: from which follows what of its answers they see. */
import type { ConfidentialNames, Party } from '../../../engine/index.ts';
import type { JsonValue } from '../../../engine/json.ts';
import type { Store } from '../../platform/storage/store.ts';
import {
  type AccountRecord,
  type Accounts,
  asConfirmed,
  isVouchedFor,
  nameOf,
  privateParties,
  rolesOf,
} from '../accounts/index.ts';
import {
  type CaseSettingsFile,
  isAddressConfidential,
  confidentialNames,
  namesConfidentialWithAddress,
} from '../cases/index.ts';
import { type Viewers, type ViewerContext, knownValues } from '../drafts/index.ts';
import type { Groups, Teams } from '../groups/index.ts';
import { taskRelationsOf } from './access.ts';
import type { TaskRelations } from './access.ts';
import type { TaskDocument } from './document.ts';

export interface ViewersParts {
  store: Store;
  accounts: Pick<Accounts, 'get'>;
  groups: Pick<Groups, 'of'>;
  teams: Pick<Teams, 'of'>;
  caseSettings: Pick<CaseSettingsFile, 'current'>;
}

/** Whoever is not known is taken for everybody from whom anything is usually kept. */
const nobody: readonly Party[] = ['parent', 'young-person', 'professional', 'manager'];

const relationsTo = ({ task }: TaskDocument, { actor, mayRead, wasInHands }: TaskRelations): Party[] => {
  const wrote = task.contributors.some(({ id }) => id === actor.id);
  return [
    ...(actor.isHolder ? ['holder' as const] : []),
    ...(!actor.isHolder && wasInHands ? ['earlier-holder' as const] : []),
    ...(wrote ? ['contributor' as const] : []),
    ...(mayRead && actor.isMemberOfGroup ? ['work-group' as const] : []),
    ...(task.signedBy?.id === actor.id || (actor.isHolder && actor.managesHolder)
      ? ['counter-signatory' as const]
      : []),
    ...(task.sentBy.id === actor.id ? ['sender' as const] : []),
  ];
};

type Values = Record<string, JsonValue>;

const userValues = (account: AccountRecord): Values =>
  Object.fromEntries(
    Object.entries(knownValues(account, '')).flatMap(([name, { value }]) =>
      name.startsWith('user.') ? [[name, value]] : [],
    ),
  );

export const createViewers = ({ store, accounts, groups, teams, caseSettings }: ViewersParts): Viewers => {
  /** Made again only when the council's file was read again. */
  let last:
    | { of: ReturnType<CaseSettingsFile['current']>; names: ConfidentialNames; withAddress: ConfidentialNames }
    | undefined;
  const kept = () => {
    const of = caseSettings.current();
    if (last?.of !== of) last = { of, names: confidentialNames(of), withAddress: namesConfidentialWithAddress(of) };
    return last;
  };
  const names = (): ConfidentialNames => kept().names;
  /** What belongs to no task is about no case. */
  const namesIn = async (task: string | undefined, of = ''): Promise<ConfidentialNames> =>
    task === undefined || !isAddressConfidential(await store.get('cases', of)) ? names() : kept().withAddress;

  /** As they say of themselves: whom a form showed a question may have lost that since, and the council reads what they wrote. */
  const writersOf = async (id: string): Promise<Values[]> => {
    const found = await store.get('tasks', id);
    const ids = (found?.task.contributors ?? []).map((each) => each.id);
    const known = await Promise.all([...new Set(ids)].map((each) => accounts.get(each)));
    return known.flatMap((account) => (account === undefined ? [] : [userValues(account)]));
  };

  const standingOf = async (account: AccountRecord | undefined): Promise<{ own: Set<Party>; user: Values }> => {
    if (account === undefined) return { own: new Set(nobody), user: {} };
    const { member, manages } = await groups.of(account._id);
    const around = [...member, ...manages];
    const own: Party[] = [
      ...rolesOf(account),
      ...(isVouchedFor(account, around) ? [] : privateParties),
      ...(manages.length > 0 ? ['manager' as const] : []),
    ];
    return { own: new Set(own), user: userValues(asConfirmed(account, around)) };
  };

  return {
    names,
    writersOf,
    at: async (accountId, task): Promise<ViewerContext> => {
      const [account, found] = await Promise.all([
        accounts.get(accountId),
        task === undefined ? undefined : store.get('tasks', task),
      ]);
      const { own, user } = await standingOf(account);
      const plain: ViewerContext = {
        accountId,
        names: await namesIn(task, found?.case),
        parties: own,
        alone: false,
        council: false,
        copy: 'own',
        writers: [],
      };
      if (found === undefined || account === undefined) return plain;
      const caller = { accountId, name: nameOf(account), role: account.role };
      const relations = await taskRelationsOf({ accounts, groups, teams }, found.task, caller);
      const { isHolder, isOfficerOfTeam } = relations.actor;
      const council = relations.council && !isHolder;
      const { contributors } = found.task;
      return {
        ...plain,
        parties: new Set([...own, ...relationsTo(found, relations)]),
        alone: contributors.length > 0 && contributors.every(({ id }) => id === accountId),
        council,
        copy: isOfficerOfTeam && !isHolder ? 'council' : 'own',
        writers: council ? await writersOf(found._id) : [],
        ...(isHolder
          ? { holding: { 'user.professional': user['user.professional'] ?? false } }
          : council
            ? {}
            : { user }),
      };
    },
  };
};
