import { SearchForm } from '../../../parts/SearchForm.tsx';
import type { AddressFilters } from './filters.ts';

interface SearchBoxProps {
  /** `q` holds what is searched for. */
  filters: AddressFilters;
  help: string;
}

/** The search of a list whose filters stand in the address. */
export const SearchBox = ({ filters, help }: SearchBoxProps) => (
  <SearchForm className="council-search" help={help} words={filters.get('q')} onSearch={(q) => filters.set({ q })} />
);
