import { useState, type ClipboardEvent } from 'react';
import { dateOf, partsOf, wholeDate, type DateParts } from './date-parts.ts';
import { FieldGroup, type FieldTexts } from './Field.tsx';
import { useT } from '../words.ts';

export interface DateInputProps extends FieldTexts {
  /** ISO date, or parts of one joined as `dateOf` does. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** All three boxes were left. */
  onBlur?: () => void;
  /** A date of birth: the browser may fill it in. */
  birthday?: boolean;
  readOnly?: boolean;
}

const boxes = [
  { part: 'day', autoComplete: 'bday-day' },
  { part: 'month', autoComplete: 'bday-month' },
  { part: 'year', autoComplete: 'bday-year' },
] as const;

/** A date in three boxes; what is typed is kept while it is not a date yet. A whole date may be pasted into any box. */
export const DateInput = ({ value, onChange, onBlur, birthday = false, readOnly, ...texts }: DateInputProps) => {
  const t = useT();
  const { language } = t;
  const [typed, setTyped] = useState<DateParts>(partsOf(value ?? ''));
  const [known, setKnown] = useState(value);
  if (value !== known) {
    // The value changed from outside: the boxes follow it.
    setKnown(value);
    if (value !== dateOf(typed, language)) setTyped(partsOf(value ?? ''));
  }
  const change = (parts: DateParts): void => {
    setTyped(parts);
    onChange(dateOf(parts, language));
  };
  const paste = (event: ClipboardEvent): void => {
    const parts = wholeDate(event.clipboardData.getData('text'), language, true);
    if (!parts || readOnly) return;
    event.preventDefault();
    change(parts);
  };
  /** What was typed into one box and is a date by itself, with a year that falls short, goes where it belongs. */
  const spread = (text: string): void => {
    const parts = wholeDate(text, language, true);
    if (parts && !readOnly) change(parts);
  };
  return (
    <FieldGroup {...texts}>
      <div
        className="date-parts"
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur?.()}
        onPaste={paste}
      >
        {boxes.map(({ part, autoComplete }) => (
          <div className={`date-part date-part-${part}`} key={part}>
            <label htmlFor={`${texts.id}-${part}`}>{t(part)}</label>
            <input
              className="input"
              id={`${texts.id}-${part}`}
              inputMode={part === 'month' ? 'text' : 'numeric'}
              autoComplete={birthday ? autoComplete : 'off'}
              value={typed[part]}
              readOnly={readOnly}
              aria-invalid={texts.error ? true : undefined}
              // A keyboard on a phone pastes, and is spoken to, without saying so.
              onChange={(event) =>
                change(wholeDate(event.target.value, language) ?? { ...typed, [part]: event.target.value })
              }
              onBlur={() => spread(typed[part])}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
};
