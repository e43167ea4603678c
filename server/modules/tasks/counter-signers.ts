/** Who may counter-sign: a manager of somebody who wrote, with one of the job roles that the form names, if it names any. */
import { searchKey, type TaskState } from '../../../engine/index.ts';
import { type AccountRecord, nameOf } from '../accounts/index.ts';
import type { FormVersion } from '../catalogue/index.ts';
import type { GroupDocument } from '../groups/index.ts';

/** `Head teacher` and `Headteacher` are one; `Headteacher and SENCo` is two, `Headteacher of Oak School` the first of two. */
const rolesIn = (words: string): string[] =>
  words.split(/[,;/&()]| - | and | of | at | for /i).map((role) => searchKey(role).replaceAll(' ', ''));

/** Whether a job role, as an account has it, is one of these. */
export const hasSigningRole = (roles: readonly string[], jobRole = ''): boolean => {
  const own = rolesIn(jobRole);
  return roles.flatMap(rolesIn).some((role) => role !== '' && own.includes(role));
};

/** The job roles that a form names for its counter signature, in words; absent where it names none. */
export const signersNamed = (formVersion: FormVersion): { counterSignedBy?: string[] } => {
  const keys = formVersion.definition.manifest.task?.counterSignedBy;
  return keys === undefined ? {} : { counterSignedBy: keys.map((key) => formVersion.compiled().text(key) ?? key) };
};

interface Signing extends Pick<TaskState, 'counterSignature' | 'counterSignedBy'> {
  /** Every work group that counts. */
  groups: readonly Pick<GroupDocument, '_id' | 'members' | 'managers'>[];
}

/** Whether somebody manages one of these people, and has the job role: handed the form, they may counter-sign what was written. */
export const maySign = ({ counterSignedBy, groups }: Signing, person: AccountRecord, writers: readonly string[]) =>
  (counterSignedBy === undefined || hasSigningRole(counterSignedBy, person.profile.jobRole)) &&
  groups.some(
    ({ members, managers }) =>
      managers.includes(person._id) && members.some((id) => id !== person._id && writers.includes(id)),
  );

/** Those of `people` who may counter-sign what members of a work group, or one person, write, by name. */
export const signersFor = (
  signing: Signing,
  people: readonly AccountRecord[],
  to: { kind: 'user' | 'group'; id: string },
): string[] => {
  const writers = to.kind === 'user' ? [to.id] : (signing.groups.find(({ _id }) => _id === to.id)?.members ?? []);
  return people.filter((person) => maySign(signing, person, writers)).map(nameOf);
};
