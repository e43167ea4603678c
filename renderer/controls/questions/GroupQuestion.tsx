import { useFilling, useTools } from '../../form/filling-context.ts';
import { FieldGroup } from '../../parts/inputs/Field.tsx';
import { Elements } from '../dispatch.tsx';
import { pathOf, useQuestionState, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import '../layout.css';

/** Several boxes that answer one question, such as an address. */
export const GroupQuestion = (props: ControlProps) => {
  const { filling } = useTools();
  const { question, pointer, texts } = useQuestionState(props);
  const { detail } = question.element.options ?? {};
  const layout = useFilling(({ shown }) => detail && filling.filter(detail, shown, pointer));
  return (
    <div className="group-question">
      <FieldGroup {...texts}>
        <Elements elements={layout?.elements} path={pathOf(pointer)} schema={question.schema} />
      </FieldGroup>
    </div>
  );
};

export const groupQuestionTester = asks('group');
