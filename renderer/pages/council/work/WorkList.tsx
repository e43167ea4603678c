import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { WorkKind, WorkPage } from '../../../../wire/work.ts';
import { withFilters, workQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { SearchForm } from '../../../parts/SearchForm.tsx';
import { useFilters, type AddressFilters } from '../parts/filters.ts';
import { Filters } from '../parts/Filters.tsx';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { ListPage } from '../parts/ListPage.tsx';
import { TeamFilter } from '../parts/TeamFilter.tsx';
import { useTeams } from '../parts/use-teams.ts';
import { useKept } from './kept.ts';
import { useRowKeys } from './use-row-keys.ts';
import { keyOf, kindWords, workColumns } from './work-columns.tsx';
import './work.css';

const kinds: readonly WorkKind[] = ['late', 'new', 'answered', 'unread', 'due', 'overdue'];

interface KindsProps {
  filters: AddressFilters;
  counts: WorkPage['counts'] | undefined;
}

/** The kinds of work with how many there are of each; each narrows the list to itself. */
const Kinds = ({ filters, counts }: KindsProps) => {
  const chosen = filters.get('kind');
  const rest = filters.all(['team', 'officer']);
  const links = [
    { kind: '', words: 'All' },
    ...kinds.map((kind) => ({ kind, words: kindWords[kind].all, count: counts?.[kind] })),
  ];
  return (
    <nav className="work-kinds no-print" aria-label="Kinds of work">
      <ul>
        {links.map(({ kind, words, ...counted }) => (
          <li
            key={kind}
            className={'count' in counted && counted.count === 0 && kind !== chosen ? 'work-kind-none' : undefined}
          >
            <Link href={withFilters('/council', { kind, ...rest })} aria-current={kind === chosen ? 'true' : undefined}>
              {words}
              {'count' in counted && counted.count !== undefined && (
                <>
                  {' '}
                  <strong className="numbers">{counted.count}</strong>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const emptyWords = (narrowed: boolean): string =>
  narrowed
    ? 'Nothing matches. Change the filters to see other work.'
    : 'Nothing is waiting for you or your teams. Late and due clocks, new forms, answers and messages appear here.';

/** Where an officer begins: what is late, new, answered, unread and due, in one list. */
const WorkList = () => {
  const filters = useFilters();
  const [, navigate] = useLocation();
  const { timeZone } = useService();
  const teams = useTeams();
  const rows = useRef<HTMLDivElement>(null);
  const [leftOut, leaveOut] = useKept('work-columns-left-out');
  const [off, turnOff] = useKept('work-keys-off');
  useRowKeys(rows, !off.has('all'));
  const chosen = filters.all(['kind', 'team', 'officer']);
  const query = useQuery({
    ...workQuery({ ...chosen, after: filters.get('after') }),
    placeholderData: keepPreviousData,
  });
  const many = teams.own.length > 1;
  const columns = workColumns(timeZone, teams.nameOf).filter(
    ({ id }) => id !== 'team' || (many && chosen['team'] === ''),
  );
  return (
    <>
      <PageTitle>Work list</PageTitle>
      <Kinds filters={filters} counts={query.data?.counts} />
      <Filters className="work-filters">
        <FilterSelect
          filters={filters}
          name="officer"
          label="Whose"
          all="Mine and my teams’"
          options={[{ value: 'me', label: 'Only my cases, and what is nobody’s yet' }]}
        />
        {many && <TeamFilter filters={filters} />}
        <SearchForm
          className="council-search"
          label="Find a case"
          help=""
          words=""
          onSearch={(q) => navigate(withFilters('/council/cases', { q }))}
        />
        <details className="work-columns">
          <summary>Columns and keys</summary>
          <fieldset>
            <legend>Columns to show</legend>
            {columns.map(({ id, label }) =>
              id === undefined ? null : (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={!leftOut.has(id)}
                    onChange={(event) => leaveOut(id, !event.target.checked)}
                  />{' '}
                  {label}
                </label>
              ),
            )}
          </fieldset>
          <fieldset>
            <legend>Keys</legend>
            <label>
              <input
                type="checkbox"
                checked={!off.has('all')}
                onChange={(event) => turnOff('all', !event.target.checked)}
              />{' '}
              <kbd>j</kbd> next row, <kbd>k</kbd> row before, <kbd>Enter</kbd> open, <kbd>r</kbd> respond to a form,{' '}
              <kbd>/</kbd> find a case
            </label>
          </fieldset>
        </details>
      </Filters>
      <div ref={rows} className="work-list">
        <ListPage
          query={query}
          caption={<span className="visually-hidden">Most urgent first</span>}
          columns={columns.filter(({ id }) => id === undefined || !leftOut.has(id))}
          rowKey={keyOf}
          rowIs="item"
          empty={emptyWords(Object.values(chosen).some((value) => value !== ''))}
        />
      </div>
    </>
  );
};

export default WorkList;
