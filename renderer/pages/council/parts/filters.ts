import { useSearchParams } from 'wouter';

export interface AddressFilters {
  /** Of one filter; empty when it is not set. */
  get: (name: string) => string;
  /** The named ones, for a query. */
  all: (names: readonly string[]) => Record<string, string>;
  /** Sets or (with empty words) clears filters; the list begins at its top again. The back button takes it back. */
  set: (filters: Record<string, string>) => void;
}

/** The filters of a list, kept in the address, so that it can be sent to a colleague and the back button is right. */
export const useFilters = (): AddressFilters => {
  const [search, setSearch] = useSearchParams();
  const get = (name: string): string => search.get(name) ?? '';
  return {
    get,
    all: (names) => Object.fromEntries(names.map((name) => [name, get(name)])),
    set: (filters) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        next.delete('after');
        for (const [name, value] of Object.entries(filters)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
  };
};
