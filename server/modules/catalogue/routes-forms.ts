/** The forms on offer and their definitions. Open to everybody: a form can be read before signing in. */
import Type from 'typebox';
import { CatalogueReport, FormSummary, Language } from '../../../wire/form.ts';
import { problem } from '../../core/errors.ts';
import { pdfReply } from '../../platform/http/download.ts';
import { packedReply } from '../../platform/http/packed.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { FormVersion } from './form-version.ts';
import type { Catalogue } from './catalogue.ts';

const FormId = Type.Object({ id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' }) });
const FormVersionParams = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' }),
  version: Type.String({ pattern: '^[0-9A-Za-z.-]{1,40}$' }),
});

/** Forms to be filled in by pen, which are drawn where forms are printed. */
export interface BlankForms {
  /** In one of its languages; in English where it does not have the one that is asked for. */
  ofForm: (formVersion: FormVersion, language: string | undefined) => Promise<{ bytes: Buffer; language: string }>;
}

export interface FormRouteParts {
  catalogue: Catalogue;
  blankPrints: BlankForms;
}

export const formRoutes = ({ catalogue, blankPrints }: FormRouteParts): Route[] => {
  const definition = async (
    formVersion: FormVersion | undefined,
    forEver: boolean,
    header: (name: string) => string | undefined,
  ) => {
    if (formVersion === undefined) throw problem('not-found');
    const etag = `"${formVersion.definition.hash}"`;
    return packedReply({
      packed: await formVersion.envelope(),
      type: 'application/json; charset=utf-8',
      etag,
      forEver,
      header,
    });
  };
  return [
    route({
      method: 'GET',
      path: '/api/forms',
      summary: 'Newest version of each form that people may start',
      who: 'anyone',
      responses: { 200: Type.Array(FormSummary) },
      handler: () => ({ status: 200, body: catalogue.forms(), headers: { 'Cache-Control': 'no-cache' } }),
    }),
    route({
      method: 'GET',
      path: '/api/forms/:id',
      produces: 'application/json',
      summary: 'Definition of a form’s newest version',
      who: 'anyone',
      params: FormId,
      responses: { 200: 'stream', 304: null },
      handler: async ({ params, header }) => definition(await catalogue.newest(params.id), false, header),
    }),
    route({
      method: 'GET',
      path: '/api/forms/:id/:version',
      produces: 'application/json',
      summary: 'Definition of one version of a form',
      who: 'anyone',
      params: FormVersionParams,
      responses: { 200: 'stream', 304: null },
      handler: async ({ params, header }) => {
        const formVersion = await catalogue.version(params.id, params.version);
        return definition(formVersion, formVersion?.published === true, header);
      },
    }),
    route({
      method: 'GET',
      path: '/api/blank-forms/:id',
      produces: 'application/pdf',
      summary: 'A form’s newest version to fill in by pen, in one of its languages, as PDF',
      who: 'anyone',
      params: FormId,
      query: Type.Object({ language: Type.Optional(Language) }),
      responses: { 200: 'stream' },
      handler: async ({ params, query }) => {
        const formVersion = await catalogue.newest(params.id);
        if (formVersion === undefined) throw problem('not-found');
        return pdfReply(await blankPrints.ofForm(formVersion, query.language), `${params.id}.pdf`);
      },
    }),
    route({
      method: 'GET',
      path: '/api/catalogue',
      summary: 'Versions that are served, and those that are refused with the reason',
      who: ['officer', 'administrator'],
      responses: { 200: CatalogueReport },
      handler: () => ({ status: 200, body: catalogue.state() }),
    }),
    route({
      method: 'POST',
      path: '/api/catalogue/reload',
      summary: 'Reads the forms again',
      who: ['administrator'],
      responses: { 200: CatalogueReport },
      handler: async () => ({ status: 200, body: await catalogue.reload() }),
    }),
  ];
};
