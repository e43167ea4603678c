import { useQuery } from '@tanstack/react-query';
import type { Team } from '../../../../wire/council.ts';
import { teamsQuery } from '../../../api/council.ts';
import { useAccount } from '../../../api/person.ts';
import type { ComboboxOption } from '../../../parts/inputs/Combobox.tsx';

export const teamOptions = (teams: readonly Team[]): ComboboxOption[] =>
  teams.map(({ id, name }) => ({ value: id, label: name }));

export interface Teams {
  /** Those whose work the caller sees: administrators all, officers their own. */
  own: readonly Team[];
  options: ComboboxOption[];
  /** The name of a team by its id; the id itself while the names are not here yet. */
  nameOf: (id: string) => string;
}

const none: readonly Team[] = [];

/** The council's teams, as filters and lists need them. */
export const useTeams = (): Teams => {
  const all = useQuery(teamsQuery).data ?? none;
  const account = useAccount();
  const own =
    account?.role === 'administrator'
      ? all
      : all.filter(({ officers }) => officers.some(({ id }) => id === account?.id));
  return { own, options: teamOptions(own), nameOf: (id) => all.find((team) => team.id === id)?.name ?? id };
};
