import fc from 'fast-check';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { emailFormat, postcodeFormat } from '../../../engine/index.ts';
import { Address, Email } from '../../../wire/shapes.ts';
import { bodyCheck } from '../../platform/http/validation.ts';
import { normaliseEmail } from './accounts.ts';

const check = bodyCheck(Type.Object({ email: Email }));

const requestTakes = (email: string): boolean => {
  try {
    check({ email });
    return true;
  } catch {
    return false;
  }
};

const agrees = (text: string): void => {
  expect(requestTakes(text), JSON.stringify(text)).toBe(emailFormat.test(text));
  if (emailFormat.test(text)) expect(normaliseEmail(text)).toBe(emailFormat.tidy(text).toLowerCase());
};

test.each([...emailFormat.valid, ...emailFormat.invalid, 'a@b.example', 'a@-b.example', `${'a'.repeat(65)}@b.example`])(
  'forms and accounts say the same of %j',
  agrees,
);

test('forms and accounts say the same of every text', () => {
  const pieces = fc.constantFrom(
    ...['office', 'school.example.org', 'a', 'A.B', '@', '.', ',', ';', '<', '>', ' ', 'mailto:', '-', '_', "'", '+'],
    ...['\u200b', '\u202a', '\u00a0', '\n', 'é', '\u{1f600}', '"', '(', '1', ' '.repeat(397), 'x'.repeat(250)],
  );
  const address = fc.emailAddress({ size: 'large' });
  const around = fc.string({ unit: pieces, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.oneof(
        around,
        fc.string({ unit: 'binary', maxLength: 30 }),
        address,
        fc.tuple(around, address, around).map((parts) => parts.join('')),
      ),
      agrees,
    ),
    { numRuns: 2000 },
  );
});

test.each([...postcodeFormat.valid, ...postcodeFormat.invalid, 'OX1!1ND', 'OX1 \u200b1ND', 'O X 1 1 N D', 'SW1A1A.A'])(
  'forms and accounts say the same of the postcode %j',
  (postcode) => {
    const takes = (): boolean => {
      try {
        bodyCheck(Address)({ street: 'High Street', town: 'Oxford', postcode });
        return true;
      } catch {
        return false;
      }
    };
    expect(takes()).toBe(postcodeFormat.test(postcode));
  },
);

test('what comes along with an address makes no second account', () => {
  for (const typed of [
    ' <mailto:Office@School.example.org>; ',
    'office@school.example.org.',
    '\u202aoffice@school.example.org\u202c',
  ])
    expect(normaliseEmail(typed)).toBe('office@school.example.org');
});
