/** Words of a text, for looking up names and phrases: small letters, parted by one blank, with a blank at both ends. */
const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** Whether a text holds a phrase as whole words; case, white space and punctuation do not matter. A blank phrase is in no text. */
export const holdsPhrase = (text: string, phrase: string): boolean =>
  phrase.trim() !== '' && words(phrase) !== '  ' && words(text).includes(words(phrase));
