import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TaskSort } from '../../../api/tasks.ts';
import { ChevronDownIcon } from '../../../parts/icons.tsx';
import type { Column } from '../../../parts/Table.tsx';
import { tasksAddress, type TasksPlace } from '../task-addresses.ts';

/** What a column needs so that its heading sorts the list. `direction`: in which the list is when it is sorted by it. */
export const sortHeading = (
  place: TasksPlace,
  sort: TaskSort,
  label: string,
  direction: 'ascending' | 'descending' = 'ascending',
): Pick<Column<never>, 'label' | 'heading' | 'sorted'> => {
  const here = place.sort === sort;
  const heading: ReactNode = (
    <Link className="sort" href={tasksAddress({ tab: place.tab, words: place.words, sort })}>
      {label}
      {here ? <ChevronDownIcon /> : <span className="visually-hidden">, sort by this</span>}
    </Link>
  );
  return { label, heading, ...(here && { sorted: direction }) };
};
