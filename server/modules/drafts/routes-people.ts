/** Whom an account has completed a form about before. */
import Type from 'typebox';
import { KnownPerson } from '../../../wire/account.ts';
import { Id } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { PersonDocument } from './people.ts';
import type { People } from './people.ts';

const onWire = ({ _id, firstName, lastName, dateOfBirth, lastUsedAt, formTitle }: PersonDocument): KnownPerson => ({
  id: _id,
  firstName,
  lastName,
  lastUsedAt,
  formTitle,
  ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
});

export interface PeopleRouteParts {
  people: People;
}

export const peopleRoutes = ({ people }: PeopleRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/people',
    summary: 'Persons known to this account, newest first',
    who: 'signed-in',
    responses: { 200: Type.Array(KnownPerson) },
    handler: async ({ caller }) => ({ status: 200, body: (await people.list(signedIn(caller).accountId)).map(onWire) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/people/:id',
    summary: 'Forget a person',
    who: 'signed-in',
    params: Type.Object({ id: Id }),
    responses: { 204: null },
    handler: async ({ caller, params }) => {
      await people.forget(signedIn(caller).accountId, params.id);
      return { status: 204 };
    },
  }),
];
