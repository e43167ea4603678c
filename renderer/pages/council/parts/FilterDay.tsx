import { Field } from '../../../parts/inputs/Field.tsx';
import type { AddressFilters } from './filters.ts';

interface FilterDayProps {
  filters: AddressFilters;
  /** Of the filter in the address. */
  name: string;
  label: string;
}

/** Narrows a list by a day. */
export const FilterDay = ({ filters, name, label }: FilterDayProps) => {
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type="date"
        className="input"
        value={filters.get(name)}
        onChange={(event) => filters.set({ [name]: event.target.value })}
      />
    </Field>
  );
};
