import type { CatalogueVersion } from '../../../../wire/council.ts';
import type { ComboboxOption } from '../../../parts/inputs/Combobox.tsx';

/** The forms that the council sends, each by the title of its newest version. */
export const taskForms = (versions: readonly CatalogueVersion[] = []): ComboboxOption[] =>
  versions
    .filter(({ kind, newest }) => kind === 'task' && newest)
    .map(({ form, title }) => ({ value: form, label: title }));
