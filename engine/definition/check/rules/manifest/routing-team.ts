import { toPointer } from '../../../../json.ts';
import { didYouMean, namesOf } from '../../../model/nearest.ts';
import type { Rule } from '../rule.ts';

export const routingTeam: Rule = {
  id: 'routing-team',
  severity: 'error',
  about: 'The team that receives a form is one of the council’s: a form for any other stands in nobody’s list.',
  hint: 'Use a name from “teams” in council/settings.json, or add the team there.',
  wrong: '"routing": { "team": "sned" }',
  right: '"routing": { "team": "send" }',
  check: ({ manifest, teams }) => {
    if (!manifest || !teams) return [];
    const { routing } = manifest;
    const named: [string, string[]][] =
      'team' in routing
        ? [[routing.team, ['team']]]
        : [
            ...Object.entries(routing.teams).map(([code, team]): [string, string[]] => [team, ['teams', code]]),
            [routing.otherwise, ['otherwise']],
          ];
    return named
      .filter(([team]) => !teams.includes(team))
      .map(([team, path]) => ({
        file: 'form.json',
        pointer: `/routing${toPointer(path)}`,
        message: `The council has no team “${team}”.${didYouMean(team, teams)} It has ${namesOf(teams)}.`,
      }));
  },
};
