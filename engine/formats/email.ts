import { format } from './format.ts';

/** E-mail address: one @, a dot inside the domain, no spaces, at most 254 characters. Only the mail itself proves that it works. */
export const email = format({
  id: 'email',
  squeeze: (text) => text.trim(),
  strict: (text) => text.length <= 254 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  message: 'Enter an e-mail address, like name@example.org',
  example: 'name@example.org',
  valid: ['name@example.org', 'first.last+tag@school.example.org', ' name@example.org ', "o'neill@example.org"],
  invalid: [
    'name',
    'name@example',
    'name@@example.org',
    'na me@example.org',
    'name@.org',
    'name@example.',
    '@example.org',
    `${'a'.repeat(244)}@example.org`,
  ],
});
