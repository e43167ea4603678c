import type { ComboboxOption } from '../../../parts/Combobox.tsx';
import { Field } from '../../../parts/Field.tsx';

interface FilterSelectProps {
  id: string;
  label: string;
  /** What no choice means, such as “All teams”. */
  all?: string;
  options: readonly ComboboxOption[];
  value: string;
  onChange: (value: string) => void;
}

/** Narrows a list to one of several. */
export const FilterSelect = ({ id, label, all, options, value, onChange }: FilterSelectProps) => (
  <Field id={id} label={label}>
    <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
      {all !== undefined && <option value="">{all}</option>}
      {value !== '' && !options.some((option) => option.value === value) && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option value={option.value} key={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
);
