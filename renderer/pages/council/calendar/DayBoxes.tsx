import { Field, marksOf } from '../../../parts/inputs/Field.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';

interface BoxProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

/** A day in one box, with the browser's own calendar: for those who enter many in a row. */
export const DayBox = ({ id, label, value, onChange, error }: BoxProps & { label: string }) => {
  const texts = { id, label, ...(error !== undefined && { error }) };
  return (
    <Field {...texts}>
      <input
        {...marksOf(texts)}
        className="input"
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
};

export const NameBox = (box: BoxProps) => (
  <TextInput {...box} label="Name" width="full" maxLength={80} autoComplete="off" />
);
