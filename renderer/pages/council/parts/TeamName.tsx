import { useTeams } from './use-teams.ts';

/** A team by its name, as people know it; records hold its id. */
export const TeamName = ({ id }: { id: string }) => {
  const { nameOf } = useTeams();
  return <>{nameOf(id)}</>;
};
