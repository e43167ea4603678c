/** What of a task, besides its form, is kept from somebody: by the council's file, and by the form's manifest. */
import { isConfidentialFrom } from '../../../engine/index.ts';
import type { TaskPart } from '../../../engine/index.ts';
import type { TaskDocument } from './document.ts';
import type { TaskParts } from './parts.ts';

/** Which parts are kept. */
export type ConfidentialParts = Record<TaskPart, boolean>;

/** Whether the address and date of birth at its head, and the documents sent with it, are kept from an account. */
export const confidentialPartsOf = async (
  { catalogue, drafts, caseSettings }: Pick<TaskParts, 'catalogue' | 'drafts' | 'caseSettings'>,
  document: TaskDocument,
  accountId: string,
): Promise<ConfidentialParts> => {
  const { parties, names } = await drafts.look({ task: document._id }, accountId);
  const formVersion = (await catalogue.formVersion(document.form.hash)) ?? (await catalogue.newest(document.form.id));
  const said = formVersion?.definition.manifest.task?.confidentialFrom ?? {};
  const { as } = caseSettings.current();
  const kept = (part: TaskPart): boolean =>
    isConfidentialFrom(names[`${as}.${part}`], parties) || isConfidentialFrom(said[part], parties);
  return { address: kept('address'), dateOfBirth: kept('dateOfBirth'), documents: kept('documents') };
};
