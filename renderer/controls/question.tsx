import { composeWithUi } from '@jsonforms/core';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Question } from '../../engine/index.ts';
import { withoutRows, type JsonValue, type Pointer } from '../../engine/json.ts';
import { useAnswer, useFilling, useProblem, useTools } from '../form/filling-context.ts';
import type { VisibleElement } from '../form/page/page-filter.ts';
import type { FieldTexts } from '../parts/inputs/Field.tsx';
import { Words } from './Words.tsx';
import { FormText } from './FormText.tsx';
import { useFormT, type FormKey, type FormTranslate } from '../form/words.ts';

/** What JSON Forms hands to a renderer of ours. `path` names the object in which the element stands, as in `contacts.0`. */
export interface ControlProps {
  uischema: VisibleElement;
  path: string;
}

/** A question where it stands, with its answer and what is said about it now. */
export interface QuestionState {
  question: Question;
  /** Rows have their number. */
  pointer: Pointer;
  value: JsonValue | undefined;
  readOnly: boolean;
  /** Label, help and messages, as fields take them. */
  texts: FieldTexts;
}

/** In which row of a table a question stands, in words: two boxes with one label must be told apart by ear. */
export const RowContext = createContext<string | undefined>(undefined);

/** Questions of the chosen branch of a `oneOf`, by pointer: another branch may ask for another answer at the same place. */
export const QuestionsContext = createContext<ReadonlyMap<Pointer, Question> | undefined>(undefined);

/** `#/properties/river` → `/river`, of a question of the form itself. */
export const pointerOfScope = (scope: string): Pointer => pointerOf(composeWithUi({ scope }, ''));

/** `contacts.0` → `/contacts/0`. Names in answers hold no dots. */
export const pointerOf = (path: string): Pointer => (path === '' ? '' : `/${path.replaceAll('.', '/')}`);

/** `/contacts/0` → `contacts.0`, as JSON Forms writes it. */
export const pathOf = (pointer: Pointer): string => pointer.slice(1).replaceAll('/', '.');

/** The DOM id of a question's input; the error summary links to it. */
export const idOf = (pointer: Pointer): string => `q${pointer.replaceAll('/', '-')}`;

/** The pointer of the answer that a control asks for. */
export const useControlPointer = ({ uischema: { scope = '#' }, path }: ControlProps): Pointer =>
  useMemo(() => pointerOf(composeWithUi({ scope }, path)), [scope, path]);

/** Draws again when what is said about the question is another, not when its answer is: for those that hold other questions. */
export const useQuestionState = (props: ControlProps): Omit<QuestionState, 'value'> => {
  const { filling, locked: fixed, over, idPrefix = '' } = useTools();
  const pointer = useControlPointer(props);
  const own = useContext(QuestionsContext)?.get(pointer);
  const row = useContext(RowContext);
  const question = own ?? filling.form.questionAt(pointer);
  if (!question) throw new Error(`No question asks for ${pointer}`);
  const problem = useProblem(pointer);
  const source = useFilling(({ sources }) => sources[pointer]);
  const locked = fixed.has(pointer);
  const inPart = [...fixed].some((cell) => cell.startsWith(`${pointer}/`));
  const asThingsAre = useFilling(({ shown }) => shown.requires(pointer));
  const required = own?.required ?? asThingsAre;
  const sometimes = question.element.options?.requiredWhen !== undefined;
  return {
    question,
    pointer,
    readOnly: over || locked || props.uischema.options?.readonly === true,
    texts: {
      id: `${idPrefix}${idOf(pointer)}`,
      label: labelOf(question, row, props.uischema.label === false),
      ...(required && { required: true }),
      ...(!required && (sometimes || filling.layout.optional.has(withoutRows(pointer))) && { optional: true }),
      ...(problem?.level === 'error' && { error: problem.message }),
      ...(problem?.level === 'warning' && { warning: problem.message }),
      ...((question.help !== undefined || source !== undefined) && {
        help: <Help help={question.help} source={source} locked={inPart ? 'in part' : locked} />,
      }),
    },
  };
};

/** Draws again when this answer, or what is said about it, is another; not for any other change. */
export const useQuestion = (props: ControlProps): QuestionState => {
  const state = useQuestionState(props);
  return { ...state, value: useAnswer(state.pointer) };
};

const labelOf = (question: Question, row: string | undefined, silent: boolean): ReactNode => {
  const label = <FormText text={question.label} />;
  if (silent) return <span className="visually-hidden">{label}</span>;
  if (row === undefined) return label;
  return (
    <>
      {label}
      <span className="visually-hidden"> ({row})</span>
    </>
  );
};

interface HelpProps {
  help: string | undefined;
  source: string | undefined;
  locked: Locked;
}

const Help = ({ help, source, locked }: HelpProps) => {
  const t = useFormT();
  return (
    <>
      {help !== undefined && <Words text={help} />}
      {source !== undefined && <span className="question-source">{sourceText(t, source, locked)}</span>}
    </>
  );
};

/** Where an answer comes from that nobody typed here. */
const sourceText = (t: FormTranslate, source: string, locked: Locked): string =>
  `${t('source', { source: t.known(`source.${source}`) ?? source })} ${t(lockedText(locked))}`;

/** Of a table, cells alone may be locked. */
type Locked = boolean | 'in part';

const lockedText = (locked: Locked): FormKey => {
  if (locked === 'in part') return 'source.inPart';
  return locked ? 'source.locked' : 'source.open';
};
