import type { ComboboxOption } from '../../../parts/inputs/Combobox.tsx';
import { Field } from '../../../parts/inputs/Field.tsx';
import { OptionsOf } from '../../../parts/inputs/Select.tsx';
import type { AddressFilters } from './filters.ts';

interface FilterSelectProps {
  filters: AddressFilters;
  /** Of the filter in the address. */
  name: string;
  label: string;
  /** What no choice means, such as “All teams”. */
  all: string;
  options: readonly ComboboxOption[];
}

/** Narrows a list to one of several. */
export const FilterSelect = ({ filters, name, label, all, options }: FilterSelectProps) => {
  const id = `filter-${name}`;
  const value = filters.get(name);
  return (
    <Field id={id} label={label}>
      <select id={id} className="input" value={value} onChange={(event) => filters.set({ [name]: event.target.value })}>
        <option value="">{all}</option>
        <OptionsOf options={options} value={value} />
      </select>
    </Field>
  );
};
