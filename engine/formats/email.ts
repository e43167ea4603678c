import { withoutUnseen } from '../text/plain.ts';
import { format, LONGEST_TYPED, unwrapped } from './format.ts';

export const LONGEST_TYPED_EMAIL = LONGEST_TYPED;

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

const isAddress = (text: string): boolean => {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  return (
    text.length <= 254 &&
    more.length === 0 &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((each) => LABEL.test(each))
  );
};

/** Email address: one @, a dot inside the domain, plain letters, at most 254 characters. Only the mail itself proves that it works. */
export const email = format({
  id: 'email',
  plain: (text) => (text.length > LONGEST_TYPED_EMAIL ? text : withoutUnseen(text)),
  squeeze: (text) => unwrapped(text, 'mailto'),
  strict: isAddress,
  message: 'Enter an email address, like name@example.org',
  example: 'name@example.org',
  valid: [
    'name@example.org',
    'first.last+tag@school.example.org',
    ' name@example.org ',
    "o'neill@example.org",
    'office@school.example.org;',
    'office@school.example.org, ',
    'office@school.example.org.',
    '<office@school.example.org>',
    ' <mailto:office@school.example.org>; ',
    'MAILTO:office@school.example.org',
    '\u202aoffice@school.exam\u00adple.org\u202c',
  ],
  invalid: [
    'name',
    'name@example',
    'name@@example.org',
    'na me@example.org',
    'name@.org',
    'name@example..org',
    '.name@example.org',
    'name.@example.org',
    '@example.org',
    'one@example.org, two@example.org',
    'one@example.org;two@example.org',
    'Office <office@school.example.org>',
    'name@example.org>',
    'mailto:name@example.org?subject=Hello',
    'name@exa_mple.org',
    'nàme@example.org',
    `${'a'.repeat(244)}@example.org`,
    `name@example.org${' '.repeat(400)}`,
  ],
});
