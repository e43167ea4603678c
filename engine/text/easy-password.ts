/** Whether anybody can guess a password: one with a pattern, or made of names: the council's, the service's, the person's own, and words that go with them. */

/** Characters as people see them that a password has at least. */
export const leastPasswordLength = 10;

/** As a password is compared: however its letters were typed. */
const compared = (password: string): string => password.normalize('NFKC').toLowerCase();

/** In characters as people see them. */
export const passwordLength = (password: string): number => Array.from(compared(password)).length;

/** Few different characters, or one short piece again and again, or a run such as 1234567890. */
export const isPattern = (password: string): boolean => {
  const text = compared(password);
  if (new Set(text).size < 5) return true;
  if (/^(.{1,5})\1+$/u.test(text)) return true;
  const codes = Array.from(text).map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
};

/** What is put beside a name to make a password of it. */
const besides = [
  'formwork',
  'council',
  'borough',
  'county',
  'school',
  'services',
  'service',
  'online',
  'portal',
  'system',
  'teams',
  'team',
  'send',
  'officer',
  'admin',
  'office',
  'password',
  'passphrase',
  'welcome',
  'login',
  'account',
];

/** Digits and signs that are typed for a letter. */
const lookAlikes: Record<string, string> = {
  a: 'a4@',
  e: 'e3€',
  i: 'i1l!|',
  l: 'l1i!|',
  o: 'o0',
  s: 's5$',
  t: 't7+',
};

const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFKC').toLowerCase();

const escaped = (letter: string): string => letter.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** Signs and spaces between the letters of a word: none that is typed for a letter, or a search would try them all in every way. */
const between = String.raw`[[\s\p{P}]--[@!]]*`;

/** Finds a word with what may be typed for its letters, and with signs or spaces between them. A short one counts only where it stands alone. */
const finderOf = (word: string): RegExp => {
  const letters = Array.from(word, (letter) => `[${Array.from(lookAlikes[letter] ?? letter, escaped).join('')}]`);
  const whole = letters.join(between);
  return new RegExp(letters.length > 3 ? whole : String.raw`(?<!\p{L})${whole}(?!\p{L})`, 'gv');
};

const shortestName = 3;
/** Characters that have to be left where a name was taken out; of one that has only words that go with names, fewer do. */
const leastBesideNames = 10;
const leastBesideWords = 5;

const longestFirst = (words: readonly string[]): string[] =>
  [...new Set(words)].toSorted((one, other) => other.length - one.length);

const without = (text: string, words: readonly string[]): string =>
  longestFirst(words).reduce((left, word) => left.replaceAll(finderOf(word), ' '), text);

/** What is left counts with one space between its words; digits and punctuation are what everybody adds. */
const worthOf = (text: string): number =>
  Array.from(text.replaceAll(/[\s\d\p{P}\p{Sc}\p{Sk}\p{Sm}]+/gu, ' ').trim()).length;

/** `names`: of the council, the service and the person, and their address, as they are written. */
export const isMadeOfNames = (password: string, names: readonly string[]): boolean => {
  const text = folded(password);
  const words = names
    .flatMap((name) => folded(name).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => Array.from(word).length >= shortestName);
  const unnamed = without(text, [...words, 'formwork']);
  const rest = without(unnamed, besides);
  if (rest === text) return false;
  return worthOf(rest) < (unnamed === text ? leastBesideWords : leastBesideNames);
};
