import { textOf } from '../../../engine/json.ts';
import { useTools } from '../../form/filling-context.ts';
import { RadioGroup } from '../../parts/inputs/Choices.tsx';
import { useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { FormText } from '../FormText.tsx';

/** Yes or no, side by side. */
export const YesNo = (props: ControlProps) => {
  const { filling } = useTools();
  const { question, pointer, value, readOnly, texts } = useQuestion(props);
  return (
    <RadioGroup
      {...texts}
      inLine
      options={(question.choices ?? []).map((choice) => ({
        value: textOf(choice.value),
        label: <FormText text={choice.label} />,
      }))}
      value={value === undefined ? undefined : textOf(value)}
      onChange={(chosen) => {
        filling.answer(pointer, chosen === 'true');
        filling.leave(pointer);
      }}
      readOnly={readOnly}
    />
  );
};

export const yesNoTester = asks('yesNo');
