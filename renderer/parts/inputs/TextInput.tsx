import type { ComponentProps, ReactNode } from 'react';
import { Field, marksOf, type FieldTexts } from './Field.tsx';

export interface TextInputProps
  extends FieldTexts, Omit<ComponentProps<'input'>, keyof FieldTexts | 'onChange' | 'value' | 'className' | 'width'> {
  value: string;
  onChange: (value: string) => void;
  /** As wide as what goes into it. */
  width?: 'short' | 'half' | 'full';
  /** Stands beside the box, such as a button. */
  beside?: ReactNode;
}

/** One line of text. */
export const TextInput = ({
  id,
  label,
  help,
  error,
  warning,
  required,
  optional,
  value,
  onChange,
  width = 'half',
  beside,
  type = 'text',
  ...rest
}: TextInputProps) => {
  const texts: FieldTexts = {
    id,
    label,
    help,
    ...(error && { error }),
    ...(warning && { warning }),
    ...(required && { required }),
    ...(optional && { optional }),
  };
  const input = (
    <input
      {...rest}
      {...marksOf(texts)}
      type={type}
      className={`input input-${width}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return (
    <Field {...texts}>
      {beside ? (
        <div className="input-row">
          {input}
          {beside}
        </div>
      ) : (
        input
      )}
    </Field>
  );
};
