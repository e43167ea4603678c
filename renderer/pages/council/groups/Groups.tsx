import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { isFoundBy, typedWords } from '../../../../engine/index.ts';
import type { Group } from '../../../../wire/council.ts';
import { groupsQuery } from '../../../api/council.ts';
import { useAccount } from '../../../api/person.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Done } from '../parts/Done.tsx';
import { useFilters } from '../parts/filters.ts';
import { SearchBox } from '../parts/SearchBox.tsx';

const columns: Column<Group>[] = [
  { label: 'Work group', cell: ({ id, name }) => <Link href={`/council/groups/${id}`}>{name}</Link> },
  { label: 'Organisation', cell: ({ organisation }) => organisation },
  { label: 'Managers', cell: ({ managers }) => managers.map(({ name }) => name).join(', ') || 'None' },
  { label: 'Members', numbers: true, cell: ({ members }) => members.length },
  { label: 'Open tasks', numbers: true, cell: ({ openTasks }) => openTasks },
];

const fits = ({ name, organisation }: Group, words: string): boolean =>
  isFoundBy(typedWords(words), `${name} ${organisation}`);

/** The trays into which forms can be sent. */
const Groups = () => {
  const filters = useFilters();
  const words = filters.get('q');
  const query = useQuery(groupsQuery);
  const account = useAccount();
  return (
    <>
      <Crumbs trail={[]} />
      <div className="council-head">
        <PageTitle>Work groups</PageTitle>
        {account?.role === 'administrator' && (
          <div className="actions">
            <ButtonLink look="primary" href="/council/groups/new">
              New work group
            </ButtonLink>
          </div>
        )}
      </div>
      <Done />
      <div className="council-filters">
        <SearchBox help="Name or organisation" filters={filters} />
      </div>
      <Loaded query={query} lines={6}>
        {(groups) => {
          const shown = groups.filter((group) => fits(group, words));
          if (shown.length === 0)
            return (
              <p className="council-empty">
                {words === ''
                  ? 'There are no work groups yet. A form can be sent to a work group when it is not known who will answer it.'
                  : `No work group has “${words}” in its name or organisation.`}
              </p>
            );
          return <Table caption="Work groups" columns={columns} rows={shown} rowKey={({ id }) => id} />;
        }}
      </Loaded>
    </>
  );
};

export default Groups;
