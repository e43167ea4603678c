import useAutocomplete, { createFilterOptions } from '@mui/material/useAutocomplete';
import { Field, marksOf, type FieldTexts } from './Field.tsx';
import { ChevronDownIcon } from '../icons.tsx';
import { useUnchosen } from './unchosen.ts';
import './combobox.css';
import { useSay } from '../words.ts';

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: string;
}

export interface ComboboxProps extends FieldTexts {
  options: readonly ComboboxOption[];
  /** The chosen value, or with `freeText` the words as typed. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  onBlur?: () => void;
  /** Anything may be typed; the options are suggestions, already searched by whoever gives them. */
  freeText?: boolean;
  /** A suggestion was chosen, rather than typed. */
  onChoose?: (option: ComboboxOption) => void;
  readOnly?: boolean;
  width?: 'half' | 'full';
  autoComplete?: string;
}

const labelOf = (option: ComboboxOption | string): string => (typeof option === 'string' ? option : option.label);

const filterOptions = createFilterOptions<ComboboxOption>();

/** A box to type in with a list to choose from (ARIA 1.2 combobox): arrows, Enter, Escape, Home and End work. */
export const Combobox = ({
  options,
  value,
  onChange,
  onBlur,
  freeText = false,
  onChoose,
  readOnly = false,
  width = 'half',
  autoComplete = 'off',
  ...texts
}: ComboboxProps) => {
  const say = useSay();
  const typed = value ?? '';
  const chosen = options.find((option) => option.value === value);
  // A stored value that is no option any more is still shown.
  const shown = chosen ?? (value === undefined ? null : { value, label: value });
  const list = useAutocomplete<ComboboxOption, false, false, boolean>({
    id: texts.id,
    options,
    readOnly,
    freeSolo: freeText,
    autoHighlight: !freeText,
    handleHomeEndKeys: !freeText,
    clearOnEscape: false,
    clearOnBlur: false,
    value: freeText ? null : shown,
    ...(freeText && { inputValue: typed, filterOptions: (all) => all }),
    getOptionLabel: labelOf,
    isOptionEqualToValue: (one, other) => one.value === other.value,
    onInputChange: (_event, text, reason) => {
      if (freeText && (reason === 'input' || reason === 'clear')) onChange(text === '' ? undefined : text);
    },
    onChange: (_event, option) => {
      if (option === null) {
        if (!freeText) onChange(undefined);
      } else if (typeof option === 'string') onChange(option);
      else {
        onChange(freeText ? option.label : option.value);
        onChoose?.(option);
      }
    },
  });
  const found = list.groupedOptions;
  const nothingFound = list.popupOpen && !freeText && found.length === 0;
  const { onBlur: closeList, ...input } = list.getInputProps();
  const standing = typeof input.value === 'string' ? input.value.trim() : '';
  const words = freeText || readOnly || standing === shown?.label ? '' : standing;
  const unchosen = useUnchosen({
    id: texts.id,
    words,
    fitting: words === '' ? [] : filterOptions([...options], { inputValue: words, getOptionLabel: labelOf }),
    atOnce: true,
    choose: (option) => {
      onChange(option.value);
      onChoose?.(option);
    },
  });
  const told: FieldTexts = unchosen.told ? { ...texts, error: say('list.unchosen') } : texts;

  return (
    <Field {...told}>
      <div className={`combobox input-${width}`}>
        <div className="combobox-box" {...list.getRootProps()}>
          <input
            {...input}
            {...marksOf(told)}
            className="input"
            autoComplete={autoComplete}
            readOnly={readOnly}
            onBlur={(event) => {
              closeList?.(event);
              unchosen.onBlur();
              onBlur?.();
            }}
          />
          {!freeText && !readOnly && (
            <button
              {...list.getPopupIndicatorProps()}
              type="button"
              className="combobox-open"
              aria-label={say('list.show')}
            >
              <ChevronDownIcon />
            </button>
          )}
        </div>
        {list.popupOpen && found.length > 0 && (
          <ul {...list.getListboxProps()} className="combobox-list" aria-labelledby={`${texts.id}-label`}>
            {found.map((option, index) => {
              if (!('value' in option)) return null;
              const { key, ...item } = list.getOptionProps({ option, index });
              return (
                <li key={key} {...item}>
                  {option.label}
                  {option.hint && <span className="combobox-hint">{option.hint}</span>}
                </li>
              );
            })}
          </ul>
        )}
        {nothingFound && <p className="combobox-none">{say('list.nothing')}</p>}
        <span className="visually-hidden" role="status">
          {list.popupOpen && say.count('list.found', found.length)}
        </span>
      </div>
    </Field>
  );
};
