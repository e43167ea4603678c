/** Writes `clients/typescript/operations.ts` from the routes that a key may call. `npm run client`; a test fails while it is stale. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import type { TSchema } from 'typebox';
import type { JsonObject } from '../engine/json.ts';
import type { Route } from '../server/platform/http/route.ts';
import { modulesOf, routesOf } from '../server/composition/modules.ts';
import type { Made } from '../server/composition/made.ts';

export const clientFile = join(import.meta.dirname, '../clients/typescript/operations.ts');

const plain = (schema: TSchema): JsonObject => JSON.parse(JSON.stringify(schema)) as JsonObject;

/** Bytes are told by a name that the types know. */
const replyOf = ({ responses }: Route): JsonObject => {
  const kinds = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, schema]): JsonObject =>
      schema === null ? { tsType: 'undefined' } : schema === 'stream' ? { tsType: 'ArrayBuffer' } : plain(schema),
    );
  return kinds.length === 1 ? (kinds[0] ?? {}) : { anyOf: kinds };
};

const operation = (route: Route): JsonObject => {
  const names = [...route.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name);
  const params: JsonObject = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    required: names,
  };
  const query = route.query === undefined ? undefined : plain(route.query);
  const parts: [string, JsonObject, boolean][] = [
    ...(names.length === 0 ? [] : [['params', params, true] as [string, JsonObject, boolean]]),
    ...(query === undefined
      ? []
      : [
          ['query', { ...query, additionalProperties: false }, Array.isArray(query['required'])] as [
            string,
            JsonObject,
            boolean,
          ],
        ]),
    ...(route.body === undefined ? [] : [['body', plain(route.body), true] as [string, JsonObject, boolean]]),
    ['reply', replyOf(route), true],
  ];
  return {
    description: `${route.summary}. Scope: ${route.scope ?? ''}.`,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(parts.map(([name, schema]) => [name, schema])),
    required: parts.filter(([, , needed]) => needed).map(([name]) => name),
  };
};

/** Routes are declarations: nothing of the services is touched before one is called. */
const declared = (): Route[] => routesOf(modulesOf(new Proxy({}, { get: () => () => undefined }) as Made));

export const clientSource = async (routes: readonly Route[] = declared()): Promise<string> => {
  const open = routes.filter(({ scope }) => scope !== undefined);
  const schema = {
    title: 'Operations',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      open.map((route) => [`${route.method} ${route.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')}`, operation(route)]),
    ),
    required: open.map((route) => `${route.method} ${route.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')}`),
  };
  const bannerComment = '/* Made by `npm run client` from the routes of the service. */';
  const source = await compile(schema as never, 'Operations', { bannerComment, format: false, unknownAny: true });
  return format(source, { ...(await resolveConfig(clientFile)), parser: 'typescript' });
};

if (import.meta.main) writeFileSync(clientFile, await clientSource());
