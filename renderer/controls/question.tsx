import { composeWithUi } from '@jsonforms/core';
import { useMemo, type ReactNode } from 'react';
import type { Question } from '../../engine/index.ts';
import { withoutRows, type JsonValue, type Pointer } from '../../engine/json.ts';
import { useAnswer, useFilling, useProblem, useTools } from '../form/filling-context.ts';
import type { DrawnElement } from '../form/page-filter.ts';
import type { FieldTexts } from '../parts/Field.tsx';
import { Words } from './Words.tsx';

/** What JSON Forms hands to a renderer of ours. `path` names the object in which the element stands, as in `contacts.0`. */
export interface Drawn {
  uischema: DrawnElement;
  path: string;
}

/** A question where it stands, with its answer and what is said about it now. */
export interface Asked {
  question: Question;
  /** Rows have their number. */
  pointer: Pointer;
  value: JsonValue | undefined;
  readOnly: boolean;
  /** Label, help and messages, as fields take them. */
  texts: FieldTexts;
}

/** `contacts.0` → `/contacts/0`. Names in answers hold no dots. */
export const pointerOf = (path: string): Pointer => (path === '' ? '' : `/${path.replaceAll('.', '/')}`);

/** `/contacts/0` → `contacts.0`, as JSON Forms writes it. */
export const pathOf = (pointer: Pointer): string => pointer.slice(1).replaceAll('/', '.');

/** The DOM id of a question's input; the error summary links to it. */
export const idOf = (pointer: Pointer): string => `q${pointer.replaceAll('/', '-')}`;

/** The pointer of the answer that a control asks for. */
export const useControlPointer = ({ uischema: { type, scope = '#' }, path }: Drawn): Pointer =>
  useMemo(() => pointerOf(composeWithUi({ type, scope }, path)), [type, scope, path]);

/** Draws anew when this answer, or what is said about it, is another; not for any other change. */
export const useQuestion = (drawn: Drawn): Asked => {
  const { filling } = useTools();
  const pointer = useControlPointer(drawn);
  const question = filling.form.questionAt(pointer);
  if (!question) throw new Error(`No question asks for ${pointer}`);
  const value = useAnswer(pointer);
  const problem = useProblem(pointer);
  const source = useFilling(({ sources }) => sources[pointer]);
  return {
    question,
    pointer,
    value,
    readOnly: drawn.uischema.options?.readonly === true || isLocked(filling.form.definition.manifest.prefill, pointer, value),
    texts: {
      id: idOf(pointer),
      label: question.label,
      ...(question.required && { required: true }),
      ...(filling.layout.optional.has(withoutRows(pointer)) && { optional: true }),
      ...(problem?.level === 'error' && { error: problem.message }),
      ...(problem?.level === 'warning' && { warning: problem.message }),
      ...((question.help !== undefined || source !== undefined) && { help: helpOf(question.help, source) }),
    },
  };
};

const isLocked = (prefill: readonly { to: Pointer; locked: boolean }[], pointer: Pointer, value: JsonValue | undefined): boolean =>
  value !== undefined && prefill.some(({ to, locked }) => locked && to === pointer);

const helpOf = (help: string | undefined, source: string | undefined): ReactNode => (
  <>
    {help !== undefined && <Words text={help} />}
    {source !== undefined && <span className="question-source">Filled in {source}. You can correct it.</span>}
  </>
);
