import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { isBlank, searchKey } from '../../../engine/index.ts';
import { valueAt, type JsonValue } from '../../../engine/json.ts';
import type { RegisterEntry } from '../../../wire/form.ts';
import { registerQuery } from '../../api/records.ts';
import { useTools } from '../../form/filling-context.ts';
import { Combobox } from '../../parts/inputs/Combobox.tsx';
import { FilledIn } from '../FilledIn.tsx';
import type { Choosable } from '../fills.ts';
import type { QuestionState } from '../question.tsx';
import { readText, useTyped } from '../typed.ts';
import { useFills } from '../use-fills.ts';
import { usePaused } from '../use-paused.ts';
import { useFormT } from '../../form/words.ts';

const PAUSE_MS = 200;
const LEAST_LETTERS = 2;

const none: RegisterEntry[] = [];

/** One line of text with suggestions from a list of the council. Anything may be typed; choosing a suggestion fills in what is known of it. */
export const SuggestedText = ({ question, pointer, value, texts }: QuestionState) => {
  const { filling } = useTools();
  const t = useFormT();
  const queries = useQueryClient();
  const { suggest, autocomplete } = question.element.options ?? {};
  const fills = useFills(pointer, suggest?.fills);
  const choosing = useRef({ now: false, times: 0 });

  const choosable = ({ name, values }: RegisterEntry): Choosable => ({
    name,
    values,
    source: t('source.entry', { name }),
  });
  /** The entries that a name stands for, whether it was chosen here and now or on an earlier day. */
  const entriesOf = (name: string, known: readonly RegisterEntry[] = none): Choosable[] => [
    choosable({ name, hint: '', values: {} }),
    ...known.filter((entry) => searchKey(entry.name) === searchKey(name)).map(choosable),
  ];
  const namedBy = (name: string) => registerQuery(suggest?.register ?? '', name.trim());
  /** Another name was typed over one: what is known of that one no longer belongs here. */
  const wrote = (now: JsonValue | undefined, before: JsonValue | undefined): void => {
    if (!suggest || choosing.current.now || typeof before !== 'string' || isBlank(before) || now === before) return;
    const name = typeof now === 'string' ? now : '';
    const query = namedBy(before);
    const known = queries.getQueryData(query.queryKey);
    fills.leave(entriesOf(before, known), name);
    if (known !== undefined || before.trim().length < LEAST_LETTERS) return;
    const { times } = choosing.current;
    const overtaken = (): boolean =>
      choosing.current.times !== times || valueAt(filling.state().answers, pointer) === before;
    void queries.query(query).then(
      (entries) => overtaken() || fills.leave(entriesOf(before, entries), name),
      () => undefined,
    );
  };
  const typed = useTyped(pointer, typeof value === 'string' ? value : '', readText, wrote);
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
    const before = valueAt(filling.state().answers, pointer);
    const earlier = typeof before === 'string' ? entriesOf(before, queries.getQueryData(namedBy(before).queryKey)) : [];
    choosing.current = { now: true, times: choosing.current.times + 1 };
    filling.commitTyped();
    choosing.current.now = false;
    fills.choose(choosable(entry), earlier);
  };

  return (
    <>
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
      {suggest && <FilledIn pointer={pointer} state={fills} />}
    </>
  );
};

/** Two places may have one name. */
const keyOf = ({ name, hint }: RegisterEntry): string => `${name}, ${hint}`;
