import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAfterSignIn, returnTo, withReturn } from './return-to.ts';

test('one comes back to a page of the portal', () => {
  expect(returnTo('return=%2Fstart%2Fa%3Fform%3Db')).toBe('/start/a?form=b');
  expect(withReturn('/register', 'return=%2Fforms%2F1%2Fpage')).toBe('/register?return=%2Fforms%2F1%2Fpage');
});

test.each([
  '',
  'return=https%3A%2F%2Fevil.example',
  'return=%2F%2Fevil.example',
  'return=%2F%5Cevil.example',
  'return=javascript%3Aalert(1)',
  'return=%2F%09%2Fevil.example',
  'return=%2F%0A%2Fevil.example',
  'return=%09%2F%2Fevil.example',
  'return=%2F%0D%5Cevil.example',
  'return=%2Fa%5C..%5C..%5C%5Cevil.example',
])('nobody is led elsewhere by %j', (search) => {
  expect(returnTo(search)).toBe('/');
  expect(withReturn('/register', search)).toBe('/register');
});

test('whatever stands there, one stays on the portal', () => {
  const unit = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '\r',
    '\0',
    ' ',
    '.',
    ':',
    '@',
    '%2F',
    'evil.example',
    'https:',
    '?',
    '#',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (parts) => {
      const back = returnTo(`return=${encodeURIComponent(parts.join(''))}`);
      expect(new URL(back, 'https://forms.example.org').origin).toBe('https://forms.example.org');
    }),
  );
});

test('who works for the council begins at the work list, unless they came for something else', () => {
  expect(placeAfterSignIn('', { role: 'officer' })).toBe('/council');
  expect(placeAfterSignIn('', { role: 'administrator' })).toBe('/council');
  expect(placeAfterSignIn('', { role: 'applicant' })).toBe('/');
  expect(placeAfterSignIn('return=%2Freceived%2F1', { role: 'officer' })).toBe('/received/1');
  expect(placeAfterSignIn('', null)).toBe('/');
});
