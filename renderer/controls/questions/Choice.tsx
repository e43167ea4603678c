import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { isBlank } from '../../../engine/index.ts';
import { textOf } from '../../../engine/json.ts';
import { peopleQuery } from '../../api/records.ts';
import { useTools } from '../../form/filling-context.ts';
import { RadioGroup } from '../../parts/inputs/Choices.tsx';
import { Combobox } from '../../parts/inputs/Combobox.tsx';
import { Select } from '../../parts/inputs/Select.tsx';
import { FilledIn } from '../FilledIn.tsx';
import type { Choosable } from '../fills.ts';
import { optionsWith, peopleOptions, type PersonOption } from '../people.ts';
import { RowContext, useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { useFills } from '../use-fills.ts';
import { FormText } from '../FormText.tsx';
import { useFormT } from '../../form/words.ts';

/** More than these are a list to search in. */
const MOST_RADIOS = 8;
/** A row of a table has less room: a list of the browser's own takes little, up to where one would rather search. */
const MOST_RADIOS_IN_ROW = 2;
const MOST_IN_LIST = 20;

/** One of several: round buttons for a few, a searched list for many. Known people may stand among them and fill in other answers. */
export const Choice = (props: ControlProps) => {
  const { filling } = useTools();
  const t = useFormT();
  const { question, pointer, value, readOnly, texts } = useQuestion(props);
  const { format, choicesFrom } = question.element.options ?? {};
  const { data: people = [] } = useQuery({ ...peopleQuery, enabled: choicesFrom !== undefined });
  const known = choicesFrom ? peopleOptions(people, t) : [];
  const inRow = useContext(RowContext) !== undefined;
  const named = (question.choices ?? []).map((choice) => ({ value: textOf(choice.value), label: choice.label }));
  const offered = optionsWith(named, known, choicesFrom?.after);
  // Somebody chosen earlier, who is not known any more or not yet, still stands among the choices.
  const stored =
    choicesFrom && typeof value === 'string' && !isBlank(value) && !offered.some((option) => option.value === value);
  const options = stored ? [...offered, { value, label: value }] : offered;

  const fills = useFills(pointer, choicesFrom?.fills);

  const choose = (chosen: string | undefined): void => {
    const answer = question.choices?.find((choice) => textOf(choice.value) === chosen)?.value ?? chosen;
    filling.commitTyped();
    const person = known.find((option) => option.value === chosen);
    const earlier = known.filter((option) => option.value === value).map(choosable);
    if (choicesFrom && person) fills.choose(choosable(person), earlier);
    else if (choicesFrom) fills.leave(earlier, chosen ?? '');
    filling.answer(pointer, answer);
    filling.leave(pointer);
  };

  const shared = {
    ...texts,
    options,
    value: value === undefined ? undefined : textOf(value),
    readOnly,
    onChange: choose,
  };
  const few = inRow && format !== 'radio' && options.length > MOST_RADIOS_IN_ROW && options.length <= MOST_IN_LIST;
  const control = () => {
    if (few) return <Select {...shared} />;
    if (format === 'select' || (format !== 'radio' && options.length > MOST_RADIOS))
      return (
        <Combobox
          {...shared}
          onFlush={filling.onFlush}
          // Words that are no choice are kept as typed, and judged like any answer. Whom somebody knows is no list that judges them.
          {...(choicesFrom === undefined && { onWords: choose })}
        />
      );
    return (
      <RadioGroup
        {...shared}
        options={options.map((option) => ({ ...option, label: <FormText text={option.label} /> }))}
      />
    );
  };
  if (!choicesFrom) return control();
  return (
    <>
      {control()}
      <FilledIn pointer={pointer} state={fills} />
    </>
  );
};

const choosable = ({ value, person, source }: PersonOption): Choosable => ({
  name: value,
  values: { ...person },
  source,
});

export const choiceTester = asks('choice');
