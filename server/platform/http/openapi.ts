/** The OpenAPI 3.1 document, made from the routes as they are declared: it cannot say anything else than what the server does. */
import type { TSchema } from 'typebox';
import { isObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { ProblemBody } from '../../../wire/shapes.ts';
import { problemKinds } from '../../core/errors.ts';
import type { Route } from './route.ts';

/** TypeBox schemas are JSON Schemas with symbols beside; JSON drops these. */
const plain = (schema: TSchema): JsonObject => {
  const copy: unknown = JSON.parse(JSON.stringify(schema));
  return isObject(copy) ? copy : {};
};

const parametersOf = (schema: TSchema | undefined, place: 'path' | 'query'): JsonObject[] => {
  if (schema === undefined) return [];
  const { properties, required } = plain(schema);
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || needed.includes(name),
    schema: property,
  }));
};

/** `:id` parameters that a route does not describe are plain texts. */
const pathParameters = ({ path, params }: Route): JsonObject[] => {
  const described = parametersOf(params, 'path');
  const names = [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name);
  return names.map(
    (name) =>
      described.find((each) => each['name'] === name) ?? {
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      },
  );
};

const statusesOf = (codes: readonly (keyof typeof problemKinds)[]): number[] =>
  codes.map((code) => problemKinds[code].status);

/** The problems that a route can answer with, by what it takes and who may call it. */
const problemStatuses = ({ method, who, params, query, body, upload, path, produces, anonymous }: Route): number[] => {
  const changes = method !== 'GET';
  const found = new Set<number>(
    statusesOf(['unavailable', 'unexpected', 'method-not-allowed', 'too-many-attempts', 'not-found']),
  );
  const add = (...codes: (keyof typeof problemKinds)[]): void => statusesOf(codes).forEach((each) => found.add(each));
  // A key that is not known is refused wherever it is shown, where nobody needs one too.
  if (anonymous !== true) add('sign-in-needed');
  if (who !== 'anyone') add('forbidden');
  if (params !== undefined || path.includes(':')) add('not-found', 'gone');
  if (query !== undefined) add('request-invalid');
  if (produces === 'application/pdf') add('pdf-unavailable', 'check-unavailable');
  if (changes) add('cross-site', 'conflict', 'gone', 'request-invalid', 'malformed', 'revision-needed', 'not-found');
  if (body !== undefined || upload === true) add('media-type', 'too-large');
  return [...found].sort((one, other) => one - other);
};

const content = (schema: TSchema | null | 'stream', produces: string): JsonObject => {
  if (schema === null) return {};
  if (schema === 'stream') return { content: Object.fromEntries(produces.split('|').map((type) => [type, {}])) };
  return { content: { 'application/json': { schema: plain(schema) } } };
};

/** The web server refuses these before any of our code sees them. */
const refusedBefore: Record<string, JsonValue> = {
  417: { description: 'The Expect header asks for something else than 100-continue. Without a body.' },
  431: { description: 'The headers are larger than 64 kB. Without a body.' },
};

const problemResponse = { $ref: '#/components/responses/Problem' };

const operation = (route: Route): JsonObject => {
  const { summary, who, body, upload, responses, scope, method, path, produces = 'application/octet-stream' } = route;
  const parameters = [...pathParameters(route), ...parametersOf(route.query, 'query')];
  const header = (name: string, description: string): JsonObject => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  });
  if (method !== 'GET') parameters.push(header('If-Match', 'The revision that the change is made to, in quotes.'));
  if (method === 'POST' && scope !== undefined)
    parameters.push(header('Idempotency-Key', 'A repeat with the same key is answered like the first request.'));
  const given: [string, JsonValue][] = Object.entries(responses).map(([status, schema]) => [
    status,
    { description: summary, ...content(schema, produces) },
  ]);
  const problems: [string, JsonValue][] = problemStatuses(route)
    .filter((status) => responses[status] === undefined)
    .map((status) => [String(status), problemResponse]);
  const keyed = scope === undefined ? [] : [{ key: [] }];
  return {
    summary,
    operationId: `${method.toLowerCase()}${path.replaceAll(/[^a-zA-Z0-9]+(.)?/g, (_, next?: string) => (next ?? '').toUpperCase())}`,
    tags: [path.split('/')[2] ?? 'service'],
    ...(who === 'anyone' ? { security: [] } : { security: [{ session: [] }, ...keyed] }),
    ...(scope === undefined ? {} : { 'x-scope': scope }),
    ...(typeof who === 'string' ? { 'x-who': who } : { 'x-who': [...who] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: plain(body) } } } }),
    ...(upload === true
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string' } } } } }
      : {}),
    responses: { ...Object.fromEntries([...given, ...problems]), ...refusedBefore },
  };
};

export const openApi = (routes: readonly Route[], { title, url }: { title: string; url: string }): JsonObject => {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description:
        'Forms, cases, tasks and submissions. Changes are made to the revision that If-Match names; lists are read page by page with “after”; ' +
        'every error is a problem document (RFC 9457). A browser sends the header X-Formwork: 1 with every change; a key does not need it.',
    },
    servers: [{ url }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'A person who is signed in.' },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made by an administrator, with the scope that x-scope names.',
        },
      },
      responses: {
        Problem: {
          description: 'What went wrong, and what to do.',
          content: { 'application/problem+json': { schema: plain(ProblemBody) } },
        },
      },
    },
  };
};
