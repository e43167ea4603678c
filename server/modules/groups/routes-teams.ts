/** The council's teams: who works in them, and what people are told about them. */
import Type from 'typebox';
import { Team, TeamChange } from '../../../wire/council.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { problem } from '../../core/errors.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { etag, ifMatch } from '../../platform/http/if-match.ts';
import { editionOf } from '../../platform/storage/edition.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { accountsById, memberOnWire, stateOf } from '../accounts/index.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Teams } from './teams.ts';
import type { Clock } from '../../core/clock.ts';
import type { TeamDocument } from './teams.ts';

const TeamId = Type.Object({ id: Type.String({ maxLength: 80 }) });

export interface TeamRouteParts {
  teams: Teams;
  store: Store;
  clock: Clock;
}

export const teamRoutes = ({ teams, clock, store }: TeamRouteParts): Route[] => {
  const onWire = async (found: readonly TeamDocument[]): Promise<Team[]> => {
    const accounts = await accountsById(
      store,
      found.flatMap(({ officers }) => officers),
    );
    return found.map(({ name, department, telephone, address, officers, ...team }) => ({
      id: team._id,
      revision: editionOf(team),
      name,
      department,
      telephone,
      address,
      officers: officers
        .flatMap((id) => accounts.get(id) ?? [])
        .map(memberOnWire)
        .sort((one, other) => one.name.localeCompare(other.name, 'en')),
    }));
  };

  /** Throws `request-invalid` at whoever is new in the team and does not work for the council. */
  const refuseOthers = async (officers: readonly string[], before: TeamDocument): Promise<void> => {
    const accounts = await accountsById(store, officers);
    const errors = officers.flatMap((id, index) => {
      const account = accounts.get(id);
      const works = account !== undefined && account.role !== 'applicant' && stateOf(account) !== 'suspended';
      const message = 'Only officers and administrators belong to teams';
      return works || before.officers.includes(id) ? [] : [{ pointer: `/officers/${index}`, message }];
    });
    if (errors.length > 0) throw problem('request-invalid', { errors });
  };

  return [
    route({
      method: 'GET',
      path: '/api/teams',
      scope: 'groups:read',
      summary: 'The council’s teams with their officers',
      who: ['officer', 'administrator'],
      responses: { 200: Type.Array(Team) },
      handler: async () => ({ status: 200, body: await onWire(await teams.list()) }),
    }),
    route({
      method: 'PUT',
      path: '/api/teams/:id',
      scope: 'groups:write',
      summary: 'Changes a team and its officers',
      who: ['administrator'],
      params: TeamId,
      body: TeamChange,
      responses: { 200: Team },
      handler: async ({ params, body, caller, header }) => {
        const before = await teams.get(params.id);
        if (before === undefined) throw problem('not-found');
        const revision = ifMatch({ header });
        await refuseOthers(body.officers, before);
        const actor = signedIn(caller).accountId;
        const entry = { actor, action: 'team-changed', subject: { kind: 'team', id: params.id } } as const;
        const team = await teams.replace(params.id, revision, body, noteEffect(entry, clock.now()));
        const [wire] = await onWire([team]);
        return { status: 200, body: wire, headers: etag(editionOf(team)) };
      },
    }),
  ];
};
