import { format, unwrapped } from './format.ts';

const HOME = /^(?:0|\+44)\d{9,10}$/;
const ABROAD = /^\+(?!44)[1-9]\d{7,14}$/;
const EXTENSION = /(?:ext|x)(\d{1,6})$/;

/** Telephone number as people write it, with an extension or from abroad. What was typed is kept as it looks, so that it can be read out. */
export const ukPhone = format({
  id: 'uk-phone',
  squeeze: (text) =>
    unwrapped(text, 'tel')
      .toLowerCase()
      .replaceAll(/[\s()./-]/g, '')
      .replace(/^00(?=[1-9])/, '+'),
  strict: (text) => {
    const number = text.replace(EXTENSION, '');
    const international = number.replace(/^\+440/, '+44');
    return HOME.test(international) || ABROAD.test(number);
  },
  store: (_, plainly) => unwrapped(plainly, 'tel').replaceAll(/\s+/g, ' '),
  message: 'Enter a telephone number, like 01632 960001 or 07700 900001',
  example: '01632 960001',
  valid: [
    '01632 960001',
    '07700 900001',
    '(01632) 960-001',
    '+44 1632 960001',
    '+44 (0)1632 960001',
    '0044 1632 960001',
    '0044 (0)1632 960001',
    '01632–960001',
    '01632.960001',
    '01632/960001',
    '00353 1 234 5678',
    '01632 960001 ext 12',
    '01632 960001 x12',
    '01632 960001 ext. 12',
    '+353 1 234 5678',
    '0800 111 111',
    'tel:01632960001',
    '00441632960001;',
    ' <TEL:+44-1632-960001>, ',
  ],
  invalid: [
    '1632 960001',
    '01632',
    '016329600012',
    '+44 1632',
    '+1234567',
    '0044 1632',
    '00 1632 960001 0000000',
    '01632,960001',
    '01632 96000a',
    'ext 12',
    'tel:',
    'fax:01632960001',
    '01632960001;01632960002',
    '01632 960001>',
    'tel:+441632960001;ext=12',
    '+1234567890123456',
  ],
});
