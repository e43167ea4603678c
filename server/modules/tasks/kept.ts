/** What of a task, besides its form, is kept from somebody: by the council's file, and by the form's manifest. */
import { isKeptFrom } from '../../../engine/index.ts';
import type { TaskPart } from '../../../engine/index.ts';
import type { TaskDocument } from './document.ts';
import type { TaskParts } from './parts.ts';

/** Which parts are kept. */
export type KeptParts = Record<TaskPart, boolean>;

/** Whether the address and date of birth at its head, and the documents sent with it, are kept from an account. */
export const keptOf = async (
  { catalogue, drafts, caseSettings }: Pick<TaskParts, 'catalogue' | 'drafts' | 'caseSettings'>,
  document: TaskDocument,
  accountId: string,
): Promise<KeptParts> => {
  const { parties, names } = await drafts.look({ task: document._id }, accountId);
  const edition = (await catalogue.edition(document.form.hash)) ?? (await catalogue.newest(document.form.id));
  const said = edition?.definition.manifest.task?.confidentialFrom ?? {};
  const { as } = caseSettings.current();
  const kept = (part: TaskPart): boolean =>
    isKeptFrom(names[`${as}.${part}`], parties) || isKeptFrom(said[part], parties);
  return { address: kept('address'), dateOfBirth: kept('dateOfBirth'), documents: kept('documents') };
};
