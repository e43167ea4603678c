import type { ReactNode } from 'react';
import { FieldGroup, type FieldTexts } from './Field.tsx';

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface GroupProps extends FieldTexts {
  options: readonly ChoiceOption[];
  onBlur?: () => void;
  readOnly?: boolean;
}

const optionId = (id: string, index: number): string => `${id}-${index + 1}`;

interface OptionProps extends ChoiceOption {
  id: string;
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  onBlur?: (() => void) | undefined;
  disabled?: boolean | undefined;
}

const Option = ({ id, type, name, value, label, hint, checked, onChange, onBlur, disabled }: OptionProps) => (
  <label className="choice" htmlFor={id}>
    <input
      id={id}
      type={type}
      name={name}
      value={value}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
      onBlur={onBlur}
      aria-describedby={hint ? `${id}-hint` : undefined}
    />
    <span>{label}</span>
    {hint && (
      <span className="choice-hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
  </label>
);

interface RadioGroupProps extends GroupProps {
  value: string | undefined;
  onChange: (value: string) => void;
  /** Side by side, for yes and no. */
  inLine?: boolean;
}

/** One of several. */
export const RadioGroup = ({ options, value, onChange, onBlur, inLine, readOnly, ...texts }: RadioGroupProps) => (
  <FieldGroup {...texts}>
    <div className={inLine ? 'choices choices-in-line' : 'choices'}>
      {options.map((option, index) => (
        <Option
          {...option}
          key={option.value}
          id={optionId(texts.id, index)}
          type="radio"
          name={texts.id}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
          onBlur={onBlur}
          disabled={readOnly}
        />
      ))}
    </div>
  </FieldGroup>
);

interface CheckboxGroupProps extends GroupProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Any of several. Values come back in the order of the options; values that are no option any more are kept. */
export const CheckboxGroup = ({ options, value, onChange, onBlur, readOnly, ...texts }: CheckboxGroupProps) => {
  const change = (changed: string, checked: boolean): void => {
    const known = options.map((option) => option.value);
    const chosen = known.filter((each) => (each === changed ? checked : value.includes(each)));
    onChange([...chosen, ...value.filter((each) => !known.includes(each))]);
  };
  return (
    <FieldGroup {...texts}>
      <div className="choices">
        {options.map((option, index) => (
          <Option
            {...option}
            key={option.value}
            id={optionId(texts.id, index)}
            type="checkbox"
            name={texts.id}
            checked={value.includes(option.value)}
            onChange={(checked) => change(option.value, checked)}
            onBlur={onBlur}
            disabled={readOnly}
          />
        ))}
      </div>
    </FieldGroup>
  );
};
