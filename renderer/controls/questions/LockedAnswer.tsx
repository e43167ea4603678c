import { useMemo } from 'react';
import type { Question, QuestionKind } from '../../../engine/index.ts';
import { fromPointer, type Pointer } from '../../../engine/json.ts';
import { useService } from '../../api/person.ts';
import { answerInWords } from '../../form/check/answer-in-words.ts';
import { useAnswer, useFilling, useTools } from '../../form/filling-context.ts';
import { idOf } from '../question.tsx';
import '../layout.css';
import { useFormT } from '../../form/words.ts';
import { FormText } from '../FormText.tsx';

/** Those that are read best as text; a table that is locked stays a table. */
const inWords: ReadonlySet<QuestionKind> = new Set<QuestionKind>([
  'text',
  'longText',
  'date',
  'number',
  'money',
  'yesNo',
  'tick',
  'choice',
  'choices',
  'group',
]);

/** Whether a question's answer is shown as text, because it cannot be changed here. */
export const isPlainText = (question: Question | undefined, locked: ReadonlySet<Pointer>): question is Question =>
  question !== undefined &&
  locked.has(question.pointer) &&
  fromPointer(question.pointer).length === 1 &&
  inWords.has(question.kind);

/** An answer that is given and cannot be changed here: what it is and where it comes from. */
export const LockedAnswer = ({ question }: { question: Question }) => {
  const { filling } = useTools();
  const { timeZone } = useService();
  const { pointer, label } = question;
  const t = useFormT();
  const value = useAnswer(pointer);
  const source = useFilling(({ sources }) => sources[pointer]);
  const words = useMemo(
    () =>
      answerInWords(
        filling.form,
        filling.context,
        timeZone,
        filling.state().answers,
        fromPointer(pointer)[0] ?? '',
        value,
      ),
    [filling, timeZone, pointer, value],
  );
  return (
    <dl className="field locked-answer" id={idOf(pointer)} tabIndex={-1}>
      <div>
        <dt className="field-label">
          <FormText text={label} />
        </dt>
        <dd className="lines">{words}</dd>
        {source !== undefined && (
          <dd className="muted">{t('person.from', { source: t.known(`source.${source}`) ?? source })}</dd>
        )}
      </div>
    </dl>
  );
};
