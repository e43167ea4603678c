import { useState, type SubmitEvent } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { TextInput } from '../../../parts/TextInput.tsx';
import type { AddressFilters } from './filters.ts';

interface SearchBoxProps {
  /** `q` holds what is searched for. */
  filters: AddressFilters;
  help: string;
}

/** Searches when Enter or the button is pressed; an emptied box shows everything again. */
export const SearchBox = ({ filters, help }: SearchBoxProps) => {
  const words = filters.get('q');
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  if (words !== known) {
    // The back button, or a link, changed the address.
    setKnown(words);
    setTyped(words);
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    filters.set({ q: typed.trim() });
  };
  return (
    <form role="search" className="council-search" onSubmit={submit}>
      <TextInput
        id="search"
        type="search"
        label="Search"
        help={help}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          if (value === '' && words !== '') filters.set({ q: '' });
        }}
        maxLength={200}
        autoComplete="off"
        beside={<Button type="submit">Search</Button>}
      />
    </form>
  );
};
