import type { AddressFilters } from './filters.ts';
import { FilterSelect } from './FilterSelect.tsx';
import { useTeams } from './use-teams.ts';

/** Narrows a list to one of the caller's teams. */
export const TeamFilter = ({ filters }: { filters: AddressFilters }) => (
  <FilterSelect filters={filters} name="team" label="Team" all="All my teams" options={useTeams().options} />
);
