/** Every route that takes a name × every sign that nobody sees: a name of nothing that is seen is no name. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from '../../server/platform/http/route.ts';
import { isObject, textOf } from '../../engine/json.ts';
import { startAngling } from '../support/angling.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';
import { like } from '../support/like.ts';

let portal: TestPortal;
let administrator: SignedIn;
beforeAll(async () => {
  portal = await startAngling();
  administrator = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

/** Members of bodies that are called after what they are: somebody's or something's name. */
const called = /\/(forename|surname|firstName|lastName|name)$/;
/** A code of case.json, which only names what there is. */
const codes = new Set(['POST /api/cases/:id/events /name']);

interface Name {
  route: Route;
  pointer: string;
  schema: Record<string, unknown>;
}

const namesIn = (route: Route, schema: unknown, at: string): Name[] => {
  if (!isObject(schema)) return [];
  const { type, properties, items, anyOf } = schema;
  if (type === 'string') return called.test(at) ? [{ route, pointer: at, schema }] : [];
  return [
    ...Object.entries(isObject(properties) ? properties : {}).flatMap(([key, each]) =>
      namesIn(route, each, `${at}/${key}`),
    ),
    ...namesIn(route, items, `${at}/0`),
    ...(Array.isArray(anyOf) ? anyOf.flatMap((each) => namesIn(route, each, at)) : []),
  ];
};

const names = (): Name[] =>
  portal.services.routes
    .flatMap((route) => namesIn(route, route.body, ''))
    .filter(({ route, pointer }) => !codes.has(`${route.method} ${route.path} ${pointer}`));

/** By Unicode: control characters, blanks and what is ignorable; and the blank of Braille. */
const unseen = Array.from({ length: 0x11_00_00 }, (_, code) => code)
  .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
  .map((code) => String.fromCodePoint(code))
  .filter((sign) => /[\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(sign));

test('no name is made of signs that nobody sees, whichever they are', () => {
  const found = names();
  expect(found.map(({ route, pointer }) => `${route.method} ${route.path} ${pointer}`)).toEqual(
    like.arrayContaining([
      'POST /api/registrations /profile/forename',
      'POST /api/registrations /profile/surname',
      'PUT /api/me/profile /surname',
      'POST /api/accounts/invitations /forename',
      'POST /api/groups /name',
      'PUT /api/teams/:id /name',
      'POST /api/cases /subject/lastName',
      'PUT /api/cases/:id /subject/firstName',
      'PUT /api/calendar /terms/0/name',
    ]),
  );
  expect(unseen.length).toBeGreaterThan(4000);
  for (const { route, pointer, schema } of found) {
    const pattern = new RegExp(textOf(schema['pattern'] ?? ''), 'u');
    const taken = [...unseen, unseen.join('')].filter((text) => pattern.test(text));
    expect([route.path, pointer, taken.map((sign) => sign.codePointAt(0)?.toString(16))]).toEqual([
      route.path,
      pointer,
      [],
    ]);
    for (const seen of ['Zoë', '\u202eZoë', 'Ó', '李', 'ﷺ', '𐐷']) expect(pattern.test(seen)).toBe(true);
  }
});

/** The body in which `value` stands at `pointer`, and nothing else. */
const bodyWith = (pointer: string, value: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), value);

test('the service refuses it, with its place', async () => {
  for (const { route, pointer } of names())
    for (const sign of ['\u200b\u200b', '\u0007', '\u3164', '\u202e \u2069', '\u2800', '\u{e0001}', '\u{e0100}', ' ']) {
      const path = route.path.replaceAll(/:\w+/g, 'somebody-or-other');
      const { status, body } = await administrator.send(route.method, path, {
        body: JSON.stringify(bodyWith(pointer, sign)),
        headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
      });
      expect([path, pointer, sign, status, body]).toEqual([
        path,
        pointer,
        sign,
        422,
        like.objectContaining({ errors: like.arrayContaining([like.objectContaining({ pointer })]) }),
      ]);
    }
});
