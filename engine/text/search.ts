/**
 * How people and places are found by what somebody types, whoever typed the name: the one spelling in which names are kept for searches and
 * lists, and in which what was typed is looked up.
 */

/** Everything that is written for an apostrophe, in names of any language. */
const apostrophes = /['`´‘’‚‛′‵ʹʻʼʽʾʿˈˊˋ՚׳Ꞌꞌ＇｀]/gu;

/** Letters of the Latin and Greek scripts that no decomposition of Unicode takes apart. */
const letters: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  þ: 'th',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ς: 'σ',
};
const lettersOf = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** Small letters without accents and marks that nobody sees; `apostrophe` stands where one was. */
const plainLetters = (text: string, apostrophe: '' | ' '): string =>
  text
    // Before the letters are taken apart, for one apostrophe is a space with an accent; and after, for some letters hold one.
    .replaceAll(apostrophes, apostrophe)
    .normalize('NFKD')
    .replaceAll(apostrophes, apostrophe)
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(lettersOf, (letter) => letters[letter] ?? letter);

/** Between what is written together. */
const between = /[\s,;]+/u;
const others = /[^\p{L}\p{N}]+/gu;

/** `Łucja  O’Briain-Smith` → `lucja obriain smith`: by this lists are ordered, and names compared. */
export const searchKey = (text: string): string => plainLetters(text, '').replaceAll(others, ' ').trim();

/** What is typed of an email address once its @ is there, and what holds one like it; a whole address has a dot behind it. */
const withAt = /^[^@]+@[^@]*$/u;
const wholeAddress = /^[^@]+@[^@]+\.[^@]+$/u;

const wordsOfPart = (part: string): string[] => {
  // Behind the @ of an address stand the words of everybody else there.
  const named = wholeAddress.test(part) ? part.slice(0, part.indexOf('@')) : part;
  const words = [...named.split(others), named.replaceAll(others, '')];
  return withAt.test(part) ? [part, ...words] : words;
};

/**
 * Every word by whose beginning a text is found: `O’Briain-Smith` → obriain, smith, obriainsmith, o, briain. Of an email address the whole and
 * the words before its @.
 */
export const searchWords = (text: string): string[] => {
  const parts = plainLetters(text, '').split(between);
  const apart = plainLetters(text, ' ').split(between);
  const words = [...parts, ...apart].flatMap(wordsOfPart);
  return [...new Set(words)].filter((word) => word !== '');
};

/** More words than this find nobody that these do not. */
const mostWords = 8;

/**
 * The words of what somebody typed, each to be the beginning of one of `searchWords`; none when nothing was typed that can be looked for. What
 * has an @ in it is one word.
 */
export const typedWords = (typed: string): string[] =>
  plainLetters(typed, '')
    .split(between)
    .flatMap((part) => (withAt.test(part) ? [part] : part.split(others)))
    .filter((word) => word !== '')
    .slice(0, mostWords);

/** Whether every word that was typed begins a word of the text. */
export const isFoundBy = (typed: readonly string[], text: string): boolean => {
  if (typed.length === 0) return true;
  const words = searchWords(text);
  return typed.every((beginning) => words.some((word) => word.startsWith(beginning)));
};
