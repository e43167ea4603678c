import { useTools } from '../../form/filling-context.ts';
import { CheckboxGroup } from '../../parts/inputs/Choices.tsx';
import { useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { FormText } from '../FormText.tsx';

const TICKED = 'true';

/** One box to tick. It is a group of one, so that a message about it stands where every message stands. */
export const TickQuestion = (props: ControlProps) => {
  const { filling } = useTools();
  const { question, pointer, value, readOnly, texts } = useQuestion(props);
  const words = question.choices?.find((choice) => choice.value === true)?.label;
  return (
    <div className={words === undefined ? 'tick-alone' : undefined}>
      <CheckboxGroup
        {...texts}
        options={[{ value: TICKED, label: <FormText text={words ?? question.label} /> }]}
        value={value === true ? [TICKED] : []}
        onChange={(ticked) => {
          filling.answer(pointer, ticked.length > 0 ? true : undefined);
          filling.leave(pointer);
        }}
        readOnly={readOnly}
      />
    </div>
  );
};

export const tickTester = asks('tick');
