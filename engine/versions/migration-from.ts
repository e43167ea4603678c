import type { CompiledForm } from '../compile/form.ts';
import type { Migration } from './migration.ts';

/** The newer version's steps, when they are for answers to the older one. */
export const migrationFrom = (from: CompiledForm, to: CompiledForm): Migration | undefined => {
  const { migration } = to.definition;
  return migration?.from === from.definition.manifest.version ? migration : undefined;
};
