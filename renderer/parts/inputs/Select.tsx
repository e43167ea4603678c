import { Field, marksOf, type FieldTexts } from './Field.tsx';
import type { ComboboxOption } from './Combobox.tsx';

interface SelectProps extends FieldTexts {
  options: readonly ComboboxOption[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  readOnly?: boolean;
}

interface OptionsOfProps {
  options: readonly ComboboxOption[];
  /** Empty for none. */
  value: string;
}

/** The lines of a list, and the value that was chosen where it is none of them any more. */
export const OptionsOf = ({ options, value }: OptionsOfProps) => (
  <>
    {value !== '' && !options.some((option) => option.value === value) && <option value={value}>{value}</option>}
    {options.map((option) => (
      <option value={option.value} key={option.value}>
        {option.label}
      </option>
    ))}
  </>
);

/** One of several in the browser's own list, which a phone shows as its own; the empty line takes the answer back. */
export const Select = ({ options, value = '', onChange, readOnly = false, ...texts }: SelectProps) => (
  <Field {...texts}>
    <select
      {...marksOf(texts)}
      className="input input-half"
      value={value}
      disabled={readOnly}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="" />
      <OptionsOf options={options} value={value} />
    </select>
  </Field>
);
