import Type from 'typebox';
import { problem, problemKinds } from '../../core/errors.ts';
import { route, type Route } from '../../platform/http/route.ts';

const Kind = Type.Object({
  code: Type.String(),
  status: Type.Integer(),
  title: Type.String(),
  detail: Type.String(),
  next: Type.String(),
});

export const problemRoutes = (): Route[] => [
  route({
    method: 'GET',
    path: '/problems/:code',
    summary: 'What a problem’s type means.',
    who: 'anyone',
    quiet: true,
    params: Type.Object({ code: Type.String({ maxLength: 60 }) }),
    responses: { 200: Kind },
    handler: ({ params: { code } }) => {
      const found = Object.entries(problemKinds).find(([name]) => name === code);
      if (found === undefined) throw problem('not-found');
      return { status: 200, body: { code, ...found[1] } };
    },
  }),
];
