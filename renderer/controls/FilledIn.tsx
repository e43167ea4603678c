import { memo, useEffect, useRef, type ReactNode } from 'react';
import {
  fromPointer,
  isObject,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
  type Pointer,
} from '../../engine/json.ts';
import { useService } from '../api/person.ts';
import { answerInWords } from '../form/check/answer-in-words.ts';
import { useFilling, useTools } from '../form/filling-context.ts';
import { useFormT } from '../form/words.ts';
import { Button } from '../parts/Button.tsx';
import { backAgain, differing, type Choosable } from './fills.ts';
import { FormText } from './FormText.tsx';
import { idOf } from './question.tsx';
import type { Fills } from './use-fills.ts';
import './filled-in.css';

interface FilledInProps {
  /** Of the question that fills in others. */
  pointer: Pointer;
  state: Fills;
}

interface Told {
  words: ReactNode;
  act: ReactNode;
  onAct: () => void;
}

/** Tells, below a question that fills in others, what stayed as somebody wrote it and what was taken out, and lets them say otherwise. */
export const FilledIn = ({ pointer, state }: FilledInProps) => {
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const told = useTold(state);
  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    const next = box.current?.querySelector('button') ?? document.getElementById(idOf(pointer));
    next?.focus();
  });
  return (
    <div className={told && 'filled-in'} ref={box}>
      <div role="status">{told?.words}</div>
      {told && (
        <Button
          small
          onClick={() => {
            pressed.current = true;
            told.onAct();
          }}
        >
          {told.act}
        </Button>
      )}
    </div>
  );
};

const useTold = ({ question, note, use, undo }: Fills): Told | undefined => {
  const { filling, over } = useTools();
  const t = useFormT();
  // Where there is nothing to tell, no answer draws this again.
  const state = useFilling((all) => (note === undefined ? undefined : all));
  if (over || note === undefined || state === undefined) return undefined;
  const { answers, shown } = state;
  if (note.kind === 'chosen') {
    const others = differing(answers, question, note.of).filter(({ place }) => !shown.hides(place));
    if (others.length === 0) return undefined;
    return {
      words: <Differences of={note.of} others={others} answers={answers} />,
      act: t('fills.use', { name: note.of.name }),
      onAct: use,
    };
  }
  const places = backAgain({ answers }, note.before);
  if (places.length === 0) return undefined;
  if (note.kind === 'used') {
    const { name } = note.of;
    const act = (
      <>
        {t('undo')}
        <span className="visually-hidden">{t('fills.undo', { name })}</span>
      </>
    );
    return { words: <p>{t('fills.used', { name })}</p>, act, onAct: undo };
  }
  const labels = places.map((place) => filling.form.questionAt(place)?.label ?? '').join(', ');
  return {
    words: <p>{t('fills.gone', { name: note.name, labels })}</p>,
    act: t('fills.back'),
    onAct: undo,
  };
};

interface DifferencesProps {
  of: Choosable;
  others: readonly { place: Pointer; value: JsonValue }[];
  answers: JsonObject;
}

const Differences = ({ of: { name, source }, others, answers }: DifferencesProps) => {
  const t = useFormT();
  return (
    <>
      <p>{t('fills.differ', { name })}</p>
      <dl>
        {others.map(({ place, value }) => (
          <Difference key={place} place={place} source={source} yours={valueAt(answers, place)} theirs={value} />
        ))}
      </dl>
    </>
  );
};

interface DifferenceProps {
  place: Pointer;
  source: string;
  yours: JsonValue | undefined;
  theirs: JsonValue;
}

/** Putting an answer in words takes a print of the form: it is done again for another answer only. */
const Difference = memo(({ place, source, yours, theirs }: DifferenceProps) => {
  const { filling } = useTools();
  const inWords = useInWords(place);
  const t = useFormT();
  return (
    <div>
      <dt>
        <FormText text={filling.form.questionAt(place)?.label ?? ''} />
      </dt>
      <dd>{t('fills.yours', { value: inWords(yours) })}</dd>
      <dd>{t('fills.theirs', { source, value: inWords(theirs) })}</dd>
    </div>
  );
});

/** What somebody reads of an answer at a place. */
const useInWords = (place: Pointer) => {
  const { filling } = useTools();
  const { timeZone } = useService();
  const [key = '', ...more] = fromPointer(place);
  return (value: JsonValue | undefined): string => {
    if (more.length > 0) return value === undefined || isObject(value) ? '' : textOf(value);
    const { form, context } = filling;
    return answerInWords(form, context, timeZone, filling.state().answers, key, value).replaceAll('\n', ', ');
  };
};
