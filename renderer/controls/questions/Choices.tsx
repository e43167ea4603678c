import { textOf } from '../../../engine/json.ts';
import { useTools } from '../../form/filling-context.ts';
import { CheckboxGroup } from '../../parts/inputs/Choices.tsx';
import { withoutContradiction } from '../none-of-these.ts';
import { useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { FormText } from '../FormText.tsx';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Any of several. */
export const Choices = (props: ControlProps) => {
  const { filling } = useTools();
  const { question, pointer, value, readOnly, texts } = useQuestion(props);
  const before = Array.isArray(value) ? value.filter(isText) : [];
  return (
    <CheckboxGroup
      {...texts}
      options={(question.choices ?? []).map((choice) => ({
        value: textOf(choice.value),
        label: <FormText text={choice.label} />,
      }))}
      value={before}
      onChange={(ticked) => {
        const chosen = withoutContradiction(before, ticked);
        filling.answer(pointer, chosen.length > 0 ? chosen : undefined);
        filling.leave(pointer);
      }}
      readOnly={readOnly}
    />
  );
};

export const choicesTester = asks('choices');
