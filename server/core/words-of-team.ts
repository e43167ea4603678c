/** Words of a name as they are looked up among the tasks of a team. */
import { searchWords } from '../../engine/index.ts';

/** A word as it is looked up among all tasks of a team, or among those that are still to be answered. */
export const wordKey = (team: string, among: 'all' | 'open', word: string): string => `${team}/${among}/${word}`;

/** Each word of the name behind the team, and again behind the team and `open` for a task that is still to be answered. */
export const wordsOfTeam = (team: string, open: boolean, name: string): string[] =>
  searchWords(name).flatMap((word) => [wordKey(team, 'all', word), ...(open ? [wordKey(team, 'open', word)] : [])]);
