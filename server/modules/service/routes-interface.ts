/** The interface told by itself. */
import Type from 'typebox';
import type { JsonObject } from '../../../engine/json.ts';
import type { Config } from '../../core/config.ts';
import { newId } from '../../core/ids.ts';
import { apiPage } from '../../platform/http/api-page.ts';
import { openApi } from '../../platform/http/openapi.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { contentSecurityPolicy } from '../../platform/http/security-headers.ts';

/** `allRoutes`: of the whole service, these among them. */
export const interfaceRoutes = (config: Config, allRoutes: () => readonly Route[]): Route[] => {
  /** Made when somebody asks for the first time: routes and settings stay as they are. */
  let made: { document: JsonObject; page: string } | undefined;
  const interfaceOf = (): { document: JsonObject; page: string } => {
    if (made === undefined) {
      const document = openApi(allRoutes(), {
        title: `${config.council}: ${config.serviceName}`,
        url: config.publicUrl,
      });
      made = { document, page: apiPage(document) };
    }
    return made;
  };
  return [
    route({
      method: 'GET',
      path: '/api/openapi.json',
      summary: 'This interface as OpenAPI 3.1',
      who: 'anyone',
      responses: { 200: Type.Unknown() },
      handler: () => ({ status: 200, body: interfaceOf().document }),
    }),
    route({
      method: 'GET',
      path: '/api',
      produces: 'text/html',
      summary: 'This interface as a page to read',
      who: 'anyone',
      responses: { 200: 'stream' },
      handler: () => {
        const nonce = newId();
        const policy = contentSecurityPolicy(config.publicUrl.startsWith('https:'), nonce);
        const html = interfaceOf().page.replace('__CSP_NONCE__', nonce);
        const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
        return { status: 200, stream: Buffer.from(html), headers };
      },
    }),
  ];
};
