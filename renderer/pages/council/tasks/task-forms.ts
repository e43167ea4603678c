import type { CatalogueVersion } from '../../../../wire/council.ts';
import type { ComboboxOption } from '../../../parts/inputs/Combobox.tsx';

/** The newest version of a form that the council sends. */
export const isTaskForm = ({ kind, newest }: CatalogueVersion): boolean => kind === 'task' && newest;

/** The forms that the council sends, each by the title of its newest version. */
export const taskForms = (versions: readonly CatalogueVersion[] = []): ComboboxOption[] =>
  versions.filter(isTaskForm).map(({ form, title }) => ({ value: form, label: title }));
