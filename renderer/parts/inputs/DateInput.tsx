import { useState, type ClipboardEvent } from 'react';
import { formatDate } from '../../../engine/index.ts';
import { dateOf, otherWeekday, partsOf, wholeDate, type DateParts } from './date-parts.ts';
import { datesIn } from './dates-in.ts';
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
  /** In words: the date was written with a weekday that is not its own. */
  const [doubt, setDoubt] = useState<string>();
  if (value !== known) {
    // The value changed from outside: the boxes follow it.
    setKnown(value);
    if (value !== dateOf(typed, language)) {
      setTyped(partsOf(value ?? ''));
      setDoubt(undefined);
    }
  }
  const change = (parts: DateParts): void => {
    setTyped(parts);
    setDoubt(undefined);
    onChange(dateOf(parts, language));
  };
  /** Takes a date as it was written as a whole. False: it is none. */
  const takeWhole = (text: string, whole: boolean): boolean => {
    const parts = readOnly ? undefined : wholeDate(text, language, whole);
    if (!parts) return false;
    change(parts);
    const date = dateOf(parts, language) ?? '';
    const other = otherWeekday(text, date, language);
    if (other) {
      const { weekday } = datesIn(language);
      const values = { date: formatDate(date, language), is: weekday(other.is), said: weekday(other.said) };
      setDoubt(t('date.weekday', values));
    }
    return true;
  };
  const paste = (event: ClipboardEvent): void => {
    if (takeWhole(event.clipboardData.getData('text'), true)) event.preventDefault();
  };
  const told: FieldTexts = doubt === undefined || texts.error ? texts : { ...texts, warning: doubt };
  return (
    <FieldGroup {...told}>
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
              onChange={({ target: { value: text } }) => {
                if (!takeWhole(text, false)) change({ ...typed, [part]: text });
              }}
              // What was typed into one box and is a date by itself, with a year that falls short, goes where it belongs.
              onBlur={() => takeWhole(typed[part], true)}
            />
          </div>
        ))}
      </div>
      <span className="visually-hidden" role="status">
        {doubt}
      </span>
    </FieldGroup>
  );
};
