import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Team } from '../../../../wire/council.ts';
import { teamsQuery } from '../../../api/council.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Done } from '../parts/Done.tsx';

const columns: Column<Team>[] = [
  { label: 'Team', cell: ({ id, name }) => <Link href={`/council/teams/${id}`}>{name}</Link> },
  { label: 'Department', cell: ({ department }) => department },
  { label: 'Telephone', numbers: true, cell: ({ telephone }) => telephone },
  { label: 'Officers', cell: ({ officers }) => officers.map(({ name }) => name).join(', ') || 'Nobody yet' },
];

/** The council's teams. What a team has is what its officers see. */
const Teams = () => {
  const query = useQuery(teamsQuery);
  return (
    <>
      <Crumbs trail={[]} />
      <PageTitle>Teams</PageTitle>
      <Done />
      <p>Officers see the cases, tasks and clocks of their own teams.</p>
      <Loaded query={query}>
        {(teams) => <Table caption="Teams" columns={columns} rows={teams} rowKey={({ id }) => id} />}
      </Loaded>
    </>
  );
};

export default Teams;
