import { useState, type SubmitEvent } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { TextInput } from '../../../parts/TextInput.tsx';

interface SearchBoxProps {
  label?: string;
  help?: string;
  /** What is searched for now. */
  words: string;
  onSearch: (words: string) => void;
}

/** Searches when Enter or the button is pressed; an emptied box shows everything again. */
export const SearchBox = ({ label = 'Search', help, words, onSearch }: SearchBoxProps) => {
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  if (words !== known) {
    // The back button, or a link, changed the address.
    setKnown(words);
    setTyped(words);
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" className="council-search" onSubmit={submit}>
      <TextInput
        id="search"
        type="search"
        label={label}
        help={help}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          if (value === '' && words !== '') onSearch('');
        }}
        maxLength={200}
        autoComplete="off"
        beside={<Button type="submit">Search</Button>}
      />
    </form>
  );
};
