import { useTools } from '../form/filling-context.ts';
import { DateInput } from '../parts/DateInput.tsx';
import { useQuestion, type Drawn } from './question.tsx';
import { asks } from './testers.ts';

/** A date in three boxes. A date that is not whole yet is kept as it stands. */
export const DateQuestion = (drawn: Drawn) => {
  const { filling } = useTools();
  const { question, pointer, value, readOnly, texts } = useQuestion(drawn);
  return (
    <DateInput
      {...texts}
      value={typeof value === 'string' ? value : undefined}
      onChange={(next) => filling.answer(pointer, next)}
      onBlur={() => value !== undefined && filling.leave(pointer)}
      birthday={question.element.options?.autocomplete === 'bday'}
      readOnly={readOnly}
    />
  );
};

export const dateTester = asks('date');
