import { expect, test } from 'vitest';
import { cookiesOf } from './cookie.ts';

const token = 'a'.repeat(43);

test('over TLS the cookies are bound to this host and to TLS', () => {
  const cookies = cookiesOf('https://forms.example.org', 12);
  const attributes = 'Path=/; HttpOnly; SameSite=Lax; Secure';
  expect(cookies.set(token)).toBe(`__Host-session=${token}; ${attributes}; Max-Age=43200`);
  expect(cookies.setDevice(token)).toBe(`__Host-device=${token}; ${attributes}; Max-Age=31536000`);
  expect(cookies.clear()).toBe(`__Host-session=; ${attributes}; Max-Age=0`);
  expect(cookies.read(`session=${token}`)).toBeUndefined();
  expect(cookies.read(`other=1; __Host-session=${token}`)).toBe(token);
});

test.each(['http://localhost:3000', 'http://127.0.0.1:3000'])(
  'from %s they can be kept by Safari too, which refuses Secure there',
  (address) => {
    const cookies = cookiesOf(address, 12);
    for (const cookie of [cookies.set(token), cookies.setDevice(token), cookies.clear()])
      expect(cookie).not.toMatch(/__Host-|Secure/);
    expect(cookies.read(cookies.set(token))).toBe(token);
    expect(cookies.readDevice(cookies.setDevice(token))).toBe(token);
  },
);
