import type { TaskSort } from '../../../api/tasks.ts';
import { Field } from '../../../parts/inputs/Field.tsx';
import { SearchForm } from '../../../parts/SearchForm.tsx';
import type { TasksPlace } from '../task-addresses.ts';

interface SearchTasksProps {
  place: TasksPlace;
  onChange: (place: Partial<TasksPlace>) => void;
}

const sorts: Record<TaskSort, string> = { due: 'Date', form: 'Form Type', name: 'Name' };

/** What is looked for and, where there are no headings to press, the order. */
export const SearchTasks = ({ place, onChange }: SearchTasksProps) => {
  const { tab, words, sort } = place;
  return (
    <SearchForm
      className="search"
      label="Search your tasks"
      help="A first or last name, or the name of a form"
      words={words}
      onSearch={(typed) => onChange({ tab, sort, words: typed })}
      showAll
    >
      <div className="sort-choice">
        <Field id="sort" label="Sort by">
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
    </SearchForm>
  );
};
