import { TextArea } from '../../parts/inputs/TextArea.tsx';
import { useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { readText, useTyped } from '../typed.ts';

/** Text in a box that grows with it. */
export const LongText = (props: ControlProps) => {
  const { question, pointer, value, readOnly, texts } = useQuestion(props);
  const typed = useTyped(pointer, typeof value === 'string' ? value : '', readText);
  return (
    <TextArea
      {...texts}
      value={typed.text}
      onChange={typed.onChange}
      onBlur={typed.onBlur}
      readOnly={readOnly}
      {...(question.schema.maxLength !== undefined && { maxLength: question.schema.maxLength })}
    />
  );
};

export const longTextTester = asks('longText');
