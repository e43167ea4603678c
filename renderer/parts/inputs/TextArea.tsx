import { useEffect, useLayoutEffect, useRef, useState, type ComponentProps } from 'react';
import { characterCount } from '../../../engine/index.ts';
import { countText } from './count-text.ts';
import { Field, marksOf, type FieldTexts } from './Field.tsx';
import { useT } from '../words.ts';

export interface TextAreaProps
  extends
    FieldTexts,
    Omit<ComponentProps<'textarea'>, keyof FieldTexts | 'onChange' | 'value' | 'className' | 'maxLength'> {
  value: string;
  onChange: (value: string) => void;
  /** Counted from four fifths on. More can be typed or pasted, so that nothing is cut off in silence. */
  maxLength?: number;
}

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** Several lines of text; the box grows with them. */
export const TextArea = ({
  id,
  label,
  help,
  error,
  warning,
  required,
  optional,
  value,
  onChange,
  maxLength,
  ...rest
}: TextAreaProps) => {
  const texts: FieldTexts = {
    id,
    label,
    help,
    ...(error && { error }),
    ...(warning && { warning }),
    ...(required && { required }),
    ...(optional && { optional }),
  };
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (growsByItself || !box.current) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${box.current.scrollHeight + 2}px`;
  }, [value]);

  return (
    <Field {...texts}>
      <textarea
        rows={4}
        {...rest}
        {...marksOf(texts)}
        ref={box}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {maxLength !== undefined && <Count length={characterCount(value)} max={maxLength} />}
    </Field>
  );
};

const pauseBeforeSaying = 1200;

/** Seen at once, read out only when typing pauses. */
const Count = ({ length, max }: { length: number; max: number }) => {
  const text = countText(length, max, useT());
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), pauseBeforeSaying);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      {text !== undefined && (
        <p className={length > max ? 'input-count input-count-over' : 'input-count'} aria-hidden="true">
          {text}
        </p>
      )}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
};
