import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatDateTime } from '../../../../engine/index.ts';
import type { AccountLine } from '../../../../wire/council.ts';
import { accountsQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import type { Column } from '../../../parts/Table.tsx';
import { AccountActions } from './AccountActions.tsx';
import { roleOptions, roleWords, stateWords, accountStates } from './account-words.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Done } from '../parts/Done.tsx';
import { useFilters } from '../parts/filters.ts';
import { Filters } from '../parts/Filters.tsx';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { ListPage } from '../parts/ListPage.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';

const columnsIn = (timeZone: string): Column<AccountLine>[] => [
  {
    label: 'Name',
    cell: ({ name, email }) => (
      <>
        {name}
        <span className="row-note">{email}</span>
      </>
    ),
  },
  { label: 'Role', cell: ({ role }) => roleWords(role) },
  {
    label: 'Works for',
    cell: ({ organisation, jobRole, unconfirmed }) => (
      <>
        {[jobRole, organisation].filter(Boolean).join(', ')}
        {unconfirmed && <span className="row-note soon">Not confirmed by the council</span>}
      </>
    ),
  },
  { label: 'Groups and teams', cell: ({ groups, teams }) => [...groups, ...teams].join(', ') || 'None' },
  {
    label: 'State',
    cell: ({ state, suspended }) => (
      <>
        {stateWords(state)}
        {suspended && <span className="row-note">{suspended.reason}</span>}
      </>
    ),
  },
  {
    label: 'Last signed in',
    numbers: true,
    cell: ({ lastSignedInAt }) => (lastSignedInAt === undefined ? 'Never' : formatDateTime(lastSignedInAt, timeZone)),
  },
  { label: 'What can be done', actions: true, cell: (account) => <AccountActions account={account} /> },
];

/** Everybody who has an account, for administrators. */
const Accounts = () => {
  const { timeZone } = useService();
  const filters = useFilters();
  const chosen = filters.all(['q', 'role', 'state']);
  const query = useQuery({
    ...accountsQuery({ ...chosen, after: filters.get('after') }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Crumbs trail={[]} />
      <div className="council-head">
        <PageTitle>Accounts</PageTitle>
        <div className="actions">
          <ButtonLink look="primary" href="/council/accounts/invite">
            Invite somebody
          </ButtonLink>
        </div>
      </div>
      <Done />
      <Filters>
        <SearchBox help="A name, an organisation or an email address" filters={filters} />
        <FilterSelect filters={filters} name="role" label="Role" all="All roles" options={roleOptions} />
        <FilterSelect filters={filters} name="state" label="State" all="All states" options={accountStates} />
      </Filters>
      <ListPage
        query={query}
        caption="Accounts by surname"
        columns={columnsIn(timeZone)}
        rowKey={({ id }) => id}
        rowIs="account"
        empty="No accounts match. Try a first or last name on its own, or change the filters."
      />
    </>
  );
};

export default Accounts;
