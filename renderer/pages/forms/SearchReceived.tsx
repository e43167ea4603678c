import { useState, type SubmitEvent } from 'react';
import { Button } from '../../parts/Button.tsx';
import { TextInput } from '../../parts/TextInput.tsx';

interface SearchReceivedProps {
  /** What is searched for now. */
  words: string;
  busy: boolean;
  onSearch: (words: string) => void;
}

export const SearchReceived = ({ words, busy, onSearch }: SearchReceivedProps) => {
  const [typed, setTyped] = useState(words);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" className="search" onSubmit={submit}>
      <TextInput
        id="search"
        type="search"
        label="Search"
        help="The beginning of a name, or a reference"
        value={typed}
        onChange={setTyped}
        maxLength={200}
        autoComplete="off"
        beside={
          <Button type="submit" busy={busy && typed.trim() === words && words !== ''}>
            Search
          </Button>
        }
      />
      {words !== '' && (
        <Button look="quiet" onClick={() => onSearch('')}>
          Show all
        </Button>
      )}
    </form>
  );
};
