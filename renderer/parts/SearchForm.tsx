import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Button } from './Button.tsx';
import { TextInput } from './inputs/TextInput.tsx';

interface SearchFormProps {
  label?: string;
  help: string;
  /** What is searched for now. */
  words: string;
  onSearch: (words: string) => void;
  busy?: boolean;
  /** Offers to take the search away; else an emptied box does. */
  showAll?: boolean;
  className: string;
  children?: ReactNode;
}

const boxId = 'search';

/** Searches when Enter or the button is pressed. The box follows the address, and keeps the focus when it was there. */
export const SearchForm = ({
  label = 'Search',
  help,
  words,
  onSearch,
  busy = false,
  showAll = false,
  className,
  children,
}: SearchFormProps) => {
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
  const all = (): void => {
    // The button goes away with the search.
    document.getElementById(boxId)?.focus();
    onSearch('');
  };
  return (
    <form role="search" className={className} onSubmit={submit}>
      <TextInput
        id={boxId}
        type="search"
        label={label}
        help={help}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          if (!showAll && value === '' && words !== '') onSearch('');
        }}
        maxLength={200}
        autoComplete="off"
        beside={
          <Button type="submit" busy={busy}>
            Search
          </Button>
        }
      />
      {showAll && words !== '' && (
        <Button look="quiet" onClick={all}>
          Show all
        </Button>
      )}
      {children}
    </form>
  );
};
