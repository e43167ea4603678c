import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { usePaused } from '../../../controls/use-paused.ts';
import { Combobox, type ComboboxOption } from '../../../parts/inputs/Combobox.tsx';
import type { FieldTexts } from '../../../parts/inputs/Field.tsx';

interface FoundOption<Whole> extends ComboboxOption {
  whole: Whole;
}

interface FindOneProps<Found, Whole> extends FieldTexts {
  /** Asks the server for what fits the words typed. */
  search: (words: string) => UseQueryOptions<Found, Error, Found, string[]>;
  optionsOf: (found: Found) => readonly FoundOption<Whole>[];
  onFound: (option: FoundOption<Whole>) => void;
}

const fewestLetters = 2;

/** Finds one of many on the server by typing; what is chosen is handed over and the box is empty again. */
export const FindOne = <Found, Whole>({ search, optionsOf, onFound, ...texts }: FindOneProps<Found, Whole>) => {
  const [typed, setTyped] = useState('');
  const words = usePaused(typed.trim(), 200);
  const enough = words.length >= fewestLetters;
  const query = useQuery({ ...search(words), enabled: enough });
  const options = enough && typed !== '' && query.data !== undefined ? optionsOf(query.data) : [];
  const nobody = enough && words === typed.trim() && query.isSuccess && options.length === 0;
  const settled = words === typed.trim() && (!enough || query.isError || query.isSuccess);
  const choose = (option: FoundOption<Whole>): void => {
    setTyped('');
    onFound(option);
  };
  return (
    <div className="find-one">
      <Combobox
        {...texts}
        freeText
        mustChoose={{
          fitting: settled ? options : undefined,
          error: 'Choose somebody from the list, or clear the field',
        }}
        options={options}
        value={typed}
        onChange={(value) => setTyped(value ?? '')}
        onChoose={choose}
      />
      <p className="find-none" role="status">
        {nobody && `Nothing was found for “${words}”.`}
        {query.isError && query.error.message}
      </p>
    </div>
  );
};
