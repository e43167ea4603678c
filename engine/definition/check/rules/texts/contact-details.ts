import { segments } from '../../../../text/links.ts';
import { withoutUnseen } from '../../../../text/plain.ts';
import type { Rule } from '../rule.ts';
import { inEveryText } from './every-text.ts';

const PHONE = /(?<![\d\p{L}])(?:\+44|0)(?:[\s().\u2013-]{0,2}\d){9,10}(?!\d)/gu;
const EMAIL = /[^\s@<>()[\]“”"']+@[\p{L}\d.-]+\.\p{L}{2,}/gu;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/g;

const found = (text: string): string[] => [PHONE, EMAIL, POSTCODE].flatMap((pattern) => text.match(pattern) ?? []);

/** Spelt so that two ways of writing one number, address or postcode are the same. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s().\u2013-]/g, '')
    .replace(/^\+44/, '0');

/** What shows how an answer is written, “like 01632 960001”, belongs to nobody. */
const EXAMPLE = /(?:\b(?:like|such as|for example|e\.g\.|or)|na przykład|np\.|lub)[,:]?\s*$/i;

const isExample = (key: string, text: string, value: string): boolean =>
  /\.error\.[A-Za-z]+$/.test(key) || EXAMPLE.test(text.slice(0, text.indexOf(value)));

export const contactDetails: Rule = {
  id: 'contact-details',
  severity: 'warning',
  about:
    'Telephone numbers, email addresses and postal addresses of the council are its settings, and the foot of every page says them. In a text they stay as they were when the council moves, and a published form cannot be corrected.',
  hint: 'Point to the foot of the page, or to a link that the council has set: [words](setting:name). Examples of answers may stand behind “like” or “such as”.',
  wrong: '"help.text": "You can call us on 01632 960100."',
  right: '"help.text": "You can call us: our number is at the foot of the page."',
  check: ({ texts, councilContacts = [] }) => {
    const own = new Set(councilContacts.map(plain));
    return inEveryText(texts, (text, key) => {
      const said = segments(text)
        .map((segment) => segment.words)
        .join('');
      // A full-width @ and marks that nobody sees are as good an address to whoever reads it.
      const words = withoutUnseen(said.normalize('NFKC'));
      return [...new Set(found(words))].flatMap((value) => {
        const ofCouncil = own.has(plain(value));
        if (!ofCouncil && isExample(key, words, value)) return [];
        const whose = ofCouncil ? 'a setting of the council' : 'somebody’s number or address';
        return [`The text says “${value.trim()}”, which is ${whose} and can change.`];
      });
    });
  },
};
