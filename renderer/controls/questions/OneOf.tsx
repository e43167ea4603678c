import { useMemo, useRef, useState } from 'react';
import { nearestBranch, type CompiledForm, type Question } from '../../../engine/index.ts';
import { valueAt, type JsonObject, type JsonValue, type Pointer } from '../../../engine/json.ts';
import { useFilling, useTools } from '../../form/filling-context.ts';
import { RadioGroup } from '../../parts/inputs/Choices.tsx';
import { Elements } from '../dispatch.tsx';
import { pathOf, QuestionsContext, useQuestionState, type ControlProps } from '../question.tsx';
import { lastOf } from '../rows/cells.ts';
import { asks } from '../testers.ts';
import { FormText } from '../FormText.tsx';

/** One of several kinds of answer, each with questions of its own. A stored answer opens on the kind that it was meant for. */
export const OneOf = (props: ControlProps) => {
  const { filling } = useTools();
  const { question, pointer, readOnly, texts } = useQuestionState(props);
  const meant = useFilling(({ answers }) => branchOf(filling.form, question, valueAt(answers, pointer)));
  const [picked, setPicked] = useState<number>();
  const kept = useRef(new Map<number, JsonValue>());
  const branch = picked ?? meant;

  const pick = (next: number): void => {
    filling.commitTyped();
    const value = valueAt(filling.state().answers, pointer);
    if (branch !== undefined && value !== undefined) kept.current.set(branch, value);
    const part = question.parts[next];
    setPicked(next);
    filling.answer(pointer, kept.current.get(next) ?? (part && beginning(part)));
    filling.leave(pointer);
  };

  const chosen = branch === undefined ? undefined : question.parts[branch];
  return (
    <>
      <RadioGroup
        {...texts}
        // A branch that is one box takes the question's id for itself.
        id={chosen && !isGroup(chosen) ? `${texts.id}-branch` : texts.id}
        options={question.parts.map(({ label }, index) => ({ value: String(index), label: <FormText text={label} /> }))}
        value={branch === undefined ? undefined : String(branch)}
        onChange={(value) => pick(Number(value))}
        readOnly={readOnly}
      />
      {chosen && <BranchQuestions key={branch} branch={chosen} pointer={pointer} />}
    </>
  );
};

/** Its fields stand on their own; any other kind of branch is one question, a table too. */
const isGroup = ({ kind }: Question): boolean => kind === 'group';

const BranchQuestions = ({ branch, pointer }: { branch: Question; pointer: Pointer }) => {
  const { filling } = useTools();
  const inside = isGroup(branch);
  const layout = (inside ? branch.element.options?.detail : undefined) ?? branch.element;
  const shown = useFilling((state) => filling.filter(layout, state.shown, pointer));
  const questions = useMemo(() => questionsOf(branch, pointer), [branch, pointer]);
  const fixed = new Set(
    branch.parts.filter(({ schema }) => schema.const !== undefined).map((part) => lastOf(part.pointer)),
  );
  const elements = inside ? shown.elements?.filter(({ scope = '' }) => !fixed.has(lastOf(scope))) : [shown];
  return (
    <div className="one-of">
      <QuestionsContext value={questions}>
        <Elements
          elements={elements}
          path={inside ? pathOf(pointer) : pathOf(pointer.slice(0, pointer.lastIndexOf('/')))}
          schema={branch.schema}
        />
      </QuestionsContext>
    </div>
  );
};

/** The questions of a branch by where they are asked. */
const questionsOf = (branch: Question, pointer: Pointer): ReadonlyMap<Pointer, Question> => {
  const questions = new Map([[pointer, branch]]);
  const visit = (parts: readonly Question[], base: Pointer): void => {
    for (const part of parts) {
      const place = `${base}/${lastOf(part.pointer)}`;
      questions.set(place, part);
      visit(part.parts, place);
    }
  };
  visit(branch.parts, pointer);
  return questions;
};

const branchOf = (form: CompiledForm, question: Question, value: JsonValue | undefined): number | undefined =>
  value === undefined ? undefined : nearestBranch(form, question, value).index;

/** What an answer of this branch has before anything is filled in: the constants that tell it from the others. */
const beginning = ({ schema }: Question): JsonValue | undefined => {
  if (schema.const !== undefined) return schema.const;
  const constants: JsonObject = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (property.const !== undefined) constants[name] = property.const;
  }
  return Object.keys(constants).length > 0 ? constants : undefined;
};

export const oneOfTester = asks('oneOf');
