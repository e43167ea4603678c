/** The precompiled validators of a version, as an ES module under its hash. */
import Type from 'typebox';
import { problem } from '../../core/errors.ts';
import { packedReply } from '../../platform/http/packed.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Catalogue } from './catalogue.ts';

export interface ValidatorRouteParts {
  catalogue: Catalogue;
}

export const validatorRoutes = ({ catalogue }: ValidatorRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/validators/:hash.js',
    produces: 'text/javascript',
    summary: 'Validators of a form version for the browser',
    who: 'anyone',
    params: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    responses: { 200: 'stream', 304: null },
    handler: async ({ params, header }) => {
      const formVersion = await catalogue.formVersion(params.hash);
      if (formVersion === undefined) throw problem('not-found');
      const type = 'text/javascript; charset=utf-8';
      return packedReply({
        packed: await formVersion.validators(),
        type,
        etag: `"${params.hash}"`,
        forEver: true,
        header,
      });
    },
  }),
];
