import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RegisterEntry } from '../../../wire/form.ts';
import { registerQuery } from '../../api/records.ts';
import { useTools } from '../../form/filling-context.ts';
import { Combobox, type ComboboxOption } from '../../parts/inputs/Combobox.tsx';
import { baseOf, clearFilled, valuesFor } from '../fills.ts';
import type { Asked } from '../question.tsx';
import { readText, useTyped } from '../typed.ts';
import { usePaused } from '../use-paused.ts';
import { useFormSay } from '../../form/words.ts';

const PAUSE_MS = 200;
const LEAST_LETTERS = 2;

const none: RegisterEntry[] = [];

/** One line of text with suggestions from a list of the council. Anything may be typed; choosing a suggestion fills in what is known of it. */
export const SuggestedText = ({ question, pointer, value, texts }: Asked) => {
  const { filling } = useTools();
  const say = useFormSay();
  const { suggest, autocomplete } = question.element.options ?? {};
  const typed = useTyped(pointer, typeof value === 'string' ? value : '', readText);
  const asked = usePaused(typed.text.trim(), PAUSE_MS);
  const { data: entries = none } = useQuery({
    ...registerQuery(suggest?.register ?? '', asked),
    enabled: suggest !== undefined && asked.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  });

  // The same list while nothing new was found, so that the one that is highlighted stays so.
  const options = useMemo(
    () =>
      asked.length < LEAST_LETTERS
        ? []
        : entries.map(({ name, hint }) => ({ value: keyOf(name, hint), label: name, hint })),
    [asked, entries],
  );

  const choose = ({ value: chosen, label }: ComboboxOption): void => {
    const entry = entries.find(({ name, hint }) => keyOf(name, hint) === chosen);
    if (!entry || !suggest) return;
    const base = baseOf(pointer);
    filling.commitTyped();
    clearFilled(filling, suggest.fills, base);
    filling.fill(valuesFor(suggest.fills, entry.values, base), say('source.entry', { name: label }));
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
const keyOf = (name: string, hint: string): string => `${name}, ${hint}`;
