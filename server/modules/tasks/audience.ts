/** Who may have a form that is sent: its manifest's audience, held wherever a task comes into somebody's hands. */
import type { Audience } from '../../../engine/index.ts';
import { problem, type ProblemError } from '../../core/errors.ts';
import { audienceInWords, mayBeGiven, mayHave, notForPerson, type AccountRecord } from '../accounts/index.ts';
import type { TaskContent } from './document.ts';
import type { TaskParts } from './parts.ts';

export const notForGroup = (audience: readonly Audience[], group: string): string =>
  `${audienceInWords(audience)} Nobody in the work group ${group} may have it.`;

/** Whether somebody can be given a form with this audience. */
export const personMayHave = async (
  { groups }: { groups: Pick<TaskParts['groups'], 'of'> },
  audience: readonly Audience[],
  person: AccountRecord,
): Promise<boolean> => {
  const { member, manages } = await groups.of(person._id);
  return mayBeGiven(audience, person, [...member, ...manages]);
};

/** Whether a work group can be sent a form: it has nobody yet, or somebody who may have it. Whoever is in one is vouched for. */
export const groupMayHave = async (
  { groups }: { groups: Pick<TaskParts['groups'], 'peopleWithin'> },
  audience: readonly Audience[],
  group: string,
): Promise<boolean> => {
  const people = await groups.peopleWithin([group]);
  return people.length === 0 || people.some((person) => mayHave(audience, person));
};

const refused = (code: 'request-invalid' | 'forbidden', detail: string): ProblemError =>
  problem(code, {
    detail,
    errors: [{ pointer: code === 'forbidden' ? '' : '/to/id', keyword: 'audience', message: detail }],
  });

/** Throws who may have it when `after` puts a task into hands that may not. `actor` is whoever acts. */
export const audienceHolds = async (
  parts: Pick<TaskParts, 'catalogue' | 'accounts' | 'groups'>,
  before: TaskContent,
  after: TaskContent,
  actor: string,
): Promise<void> => {
  const { holder, group } = after.task;
  const moved = holder?.id !== before.task.holder?.id || group?.id !== before.task.group?.id;
  if (!moved || (holder === null && group === null)) return;
  const formVersion =
    (await parts.catalogue.formVersion(after.form.hash)) ?? (await parts.catalogue.newest(after.form.id));
  const { audience } = formVersion?.definition.manifest ?? {};
  if (audience === undefined) return;
  if (holder !== null) {
    const person = await parts.accounts.get(holder.id);
    // The council takes what its own team sent into its own hands whomever it is for.
    if (holder.id === actor && person?.role !== 'applicant') return;
    if (person !== undefined && !(await personMayHave(parts, audience, person)))
      throw refused(holder.id === actor ? 'forbidden' : 'request-invalid', notForPerson(audience, person));
  } else if (group !== null && !(await groupMayHave(parts, audience, group.id)))
    throw refused('request-invalid', notForGroup(audience, group.name));
};
