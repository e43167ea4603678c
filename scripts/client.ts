/**
 * Writes `clients/typescript/operations.ts` from the routes that a key may call, and `wire/operations.ts`, for the pages, from all routes.
 * `npm run client`; a test fails while either is stale.
 */
import { globSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import type { TSchema } from 'typebox';
import type { JsonObject } from '../engine/json.ts';
import type { Route } from '../server/platform/http/route.ts';
import { modulesOf, routesOf } from '../server/composition/modules.ts';
import type { Made } from '../server/composition/made.ts';

export const clientFile = join(import.meta.dirname, '../clients/typescript/operations.ts');
export const pagesFile = join(import.meta.dirname, '../wire/operations.ts');

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

/** The shapes that `wire/` exports, with their names and files. */
const namesOnWire = async (): Promise<Map<unknown, { name: string; file: string }>> => {
  const room = join(import.meta.dirname, '../wire');
  const named = await Promise.all(
    globSync('*.ts', { cwd: room })
      .sort()
      .filter((file) => file !== basename(pagesFile))
      .map(async (file) => {
        const all = (await import(join(room, file))) as Record<string, unknown>;
        return Object.entries(all).map(([name, schema]) => [schema, { name, file }] as const);
      }),
  );
  return new Map(named.flat());
};

const hasNoMembers = (schema: TSchema): boolean =>
  'properties' in schema && Object.keys(schema.properties as object).length === 0;

/** What the pages send and are answered, by the names of `wire/`; `{}` stands for what an address names. Files are no answers of this kind. */
export const pagesSource = async (routes: readonly Route[] = declared()): Promise<string> => {
  const names = await namesOnWire();
  const imported = new Map<string, Set<string>>();
  const typeOf = (schema: TSchema, route: Route): string => {
    const known = names.get(schema);
    if (known !== undefined) {
      imported.set(known.file, (imported.get(known.file) ?? new Set<string>()).add(known.name));
      return known.name;
    }
    if ('items' in schema) return `${typeOf(schema.items as TSchema, route)}[]`;
    if (hasNoMembers(schema)) return 'Record<string, never>';
    throw new Error(`${route.method} ${route.path}: give this shape a name in wire/`);
  };
  const operations = routes.flatMap((route) => {
    const replies = Object.entries(route.responses).flatMap(([status, reply]) =>
      status.startsWith('2') ? [reply] : [],
    );
    const isOfPages = route.path.startsWith('/api/') && route.path !== '/api/openapi.json' && !route.upload;
    if (!isOfPages || replies.includes('stream')) return [];
    const told = replies.map((reply) => (reply === null || reply === 'stream' ? 'undefined' : typeOf(reply, route)));
    const body = route.body === undefined ? '' : `body: ${typeOf(route.body, route)}; `;
    const address = route.path.replaceAll(/:[a-zA-Z]+/g, '{}');
    return [`'${route.method} ${address}': { ${body}reply: ${[...new Set(told)].join(' | ')} };`];
  });
  const source = `/* Made by \`npm run client\` from the routes of the service. */
${[...imported]
  .sort()
  .map(([file, types]) => `import type { ${[...types].sort().join(', ')} } from './${file}';`)
  .join('\n')}

/** What each operation takes and answers; \`{}\` stands for what its address names. */
export interface Operations {
${operations.join('\n')}
}`;
  return format(source, { ...(await resolveConfig(pagesFile)), parser: 'typescript' });
};

if (import.meta.main) {
  writeFileSync(clientFile, await clientSource());
  writeFileSync(pagesFile, await pagesSource());
}
