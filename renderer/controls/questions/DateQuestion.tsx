import { DateInput } from '../../parts/inputs/DateInput.tsx';
import { useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { readText, useTyped } from '../typed.ts';

/** A date in three boxes. A date that is not whole yet is kept as it stands. */
export const DateQuestion = (props: ControlProps) => {
  const { question, pointer, value, readOnly, texts } = useQuestion(props);
  const date = typeof value === 'string' ? value : undefined;
  const typed = useTyped(pointer, date ?? '', readText);
  return (
    <DateInput
      {...texts}
      value={date}
      onChange={(next) => typed.onChange(next ?? '')}
      onBlur={typed.onBlur}
      birthday={question.element.options?.autocomplete === 'bday'}
      readOnly={readOnly}
    />
  );
};

export const dateTester = asks('date');
