import type { Team } from '../../../../wire/council.ts';
import type { ComboboxOption } from '../../../parts/Combobox.tsx';

type Teams = readonly Team[] | undefined;

/** The name of a team by its id; the id itself while the names are not here yet. */
export const teamName =
  (teams: Teams) =>
  (id: string): string =>
    teams?.find((team) => team.id === id)?.name ?? id;

export const teamOptions = (teams: Teams = []): ComboboxOption[] =>
  teams.map(({ id, name }) => ({ value: id, label: name }));
