import { readNumber, showNumber } from '../../../engine/index.ts';
import { useTools } from '../../form/filling-context.ts';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { useTyped } from '../typed.ts';

/** A number in a plain box: no arrows that change it by a turn of the wheel, and the keyboard for numbers on a phone. */
export const NumberQuestion = (props: ControlProps) => {
  const { question, pointer, value, readOnly, texts } = useQuestion(props);
  const { language } = useTools().filling.form;
  const percent = question.schema.maximum === 100;
  const typed = useTyped(pointer, showNumber(value, language), (text) => readNumber(text, language, percent));
  return (
    <TextInput
      {...texts}
      value={typed.text}
      onChange={typed.onChange}
      onBlur={typed.onBlur}
      readOnly={readOnly}
      width="short"
      inputMode={question.schema.type === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
    />
  );
};

export const numberTester = asks('number');
