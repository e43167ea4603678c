import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { tasksQuery, versionsQuery } from '../../../api/council.ts';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { CsvButton } from '../parts/CsvButton.tsx';
import { stateOptions } from '../parts/state-words.ts';
import { useFilters } from '../parts/filters.ts';
import { Filters } from '../parts/Filters.tsx';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { ListPage } from '../parts/ListPage.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { taskForms } from './task-forms.ts';
import { taskColumns } from './task-columns.tsx';
import { TeamFilter } from '../parts/TeamFilter.tsx';

/** Everything that was sent, for the caller's teams: open ones at first, the soonest due first. */
const Tasks = () => {
  const filters = useFilters();
  const chosen = filters.all(['q', 'team', 'state', 'form', 'held', 'holder']);
  const query = useQuery({
    ...tasksQuery({ ...chosen, after: filters.get('after') }),
    placeholderData: keepPreviousData,
  });
  const versions = useQuery(versionsQuery).data;
  const narrowed = Object.values(chosen).some((value) => value !== '');
  return (
    <>
      <Crumbs trail={[]} />
      <PageTitle>Tasks</PageTitle>
      <Filters>
        <SearchBox help="A first or last name" filters={filters} />
        <FilterSelect filters={filters} name="state" label="State" all="Open" options={stateOptions} />
        <FilterSelect filters={filters} name="form" label="Form" all="All forms" options={taskForms(versions)} />
        <FilterSelect
          filters={filters}
          name="held"
          label="With"
          all="Everybody"
          options={[
            { value: 'suspended', label: 'People whose account is suspended' },
            { value: 'gone', label: 'People who no longer have an account' },
          ]}
        />
        <TeamFilter filters={filters} />
        <CsvButton path="/api/council/tasks.csv" filters={chosen} name="tasks.csv" />
      </Filters>
      <ListPage
        query={query}
        caption="Due soonest first"
        columns={taskColumns}
        rowKey={({ id }) => id}
        rowIs="task"
        empty={
          narrowed
            ? 'No tasks match. Change the filters to see others.'
            : 'Nothing is waiting for an answer. Open a case and send a form about it.'
        }
      />
    </>
  );
};

export default Tasks;
