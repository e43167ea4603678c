import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RegisterEntry } from '../../../wire/form.ts';
import { registerQuery } from '../../api/records.ts';
import { useTools } from '../../form/filling-context.ts';
import { Combobox } from '../../parts/inputs/Combobox.tsx';
import { baseOf, clearFilled, valuesFor } from '../fills.ts';
import type { QuestionState } from '../question.tsx';
import { readText, useTyped } from '../typed.ts';
import { usePaused } from '../use-paused.ts';
import { useFormT } from '../../form/words.ts';

const PAUSE_MS = 200;
const LEAST_LETTERS = 2;

const none: RegisterEntry[] = [];

/** One line of text with suggestions from a list of the council. Anything may be typed; choosing a suggestion fills in what is known of it. */
export const SuggestedText = ({ question, pointer, value, texts }: QuestionState) => {
  const { filling } = useTools();
  const t = useFormT();
  const { suggest, autocomplete } = question.element.options ?? {};
  const typed = useTyped(pointer, typeof value === 'string' ? value : '', readText);
  const asked = usePaused(typed.text.trim(), PAUSE_MS);
  const { data: entries = none } = useQuery({
    ...registerQuery(suggest?.register ?? '', asked),
    enabled: suggest !== undefined && asked.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  });

  const options = useMemo(
    () =>
      asked.length < LEAST_LETTERS
        ? []
        : entries.map((entry) => ({ value: keyOf(entry), label: entry.name, hint: entry.hint, entry })),
    [asked, entries],
  );

  const choose = ({ entry }: (typeof options)[number]): void => {
    if (!suggest) return;
    const base = baseOf(pointer);
    filling.commitTyped();
    clearFilled(filling, suggest.fills, base);
    filling.fill(valuesFor(suggest.fills, entry.values, base), t('source.entry', { name: entry.name }));
  };

  return (
    <Combobox
      {...texts}
      freeText
      options={options}
      value={typed.text}
      onChange={(text) => typed.onChange(text ?? '')}
      onBlur={typed.onBlur}
      onChoose={choose}
      width="full"
      autoComplete={autocomplete ?? 'off'}
    />
  );
};

/** Two places may have one name. */
const keyOf = ({ name, hint }: RegisterEntry): string => `${name}, ${hint}`;
