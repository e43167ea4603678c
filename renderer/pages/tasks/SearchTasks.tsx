import { useState, type SubmitEvent } from 'react';
import type { TaskSort } from '../../api/tasks.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import type { TasksPlace } from './task-addresses.ts';

interface SearchTasksProps {
  place: TasksPlace;
  onChange: (place: Partial<TasksPlace>) => void;
}

const sorts: Record<TaskSort, string> = { due: 'Date', form: 'Form Type', name: 'Name' };

/** What is looked for and, where there are no headings to press, the order. */
export const SearchTasks = ({ place, onChange }: SearchTasksProps) => {
  const { tab, words, sort } = place;
  const [typed, setTyped] = useState(words);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onChange({ tab, sort, words: typed.trim() });
  };
  return (
    <form role="search" className="search" onSubmit={submit}>
      <TextInput
        id="search"
        type="search"
        label="Search your tasks"
        help="The beginning of a name or of a form"
        value={typed}
        onChange={setTyped}
        maxLength={200}
        autoComplete="off"
        beside={<Button type="submit">Search</Button>}
      />
      {words !== '' && (
        <Button look="quiet" onClick={() => onChange({ tab, sort })}>
          Show all
        </Button>
      )}
      <div className="sort-choice">
        <Field id="sort" label="In the order of">
          <select
            id="sort"
            className="input input-half"
            value={sort}
            onChange={({ target }) => {
              const chosen = target.value;
              onChange({ tab, words, sort: chosen === 'form' || chosen === 'name' ? chosen : 'due' });
            }}
          >
            {Object.entries(sorts).map(([value, label]) => (
              <option value={value} key={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </form>
  );
};
