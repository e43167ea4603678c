/** Marks that come along from letters, web pages and telephones, and that nobody sees. */
const unseen = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;

const dashes = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63]/g;

/** Full-width letters, figures and signs, as East Asian keyboards type them. */
const fullWidth = /[\uff01-\uff5e]/g;

/** The noughts of other scripts: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil; nine figures follow each. */
const noughts = [0x06_60, 0x06_f0, 0x09_66, 0x09_e6, 0x0a_66, 0x0a_e6, 0x0b_e6];
const figures = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0be6-\u0bef]/g;

const figure = (sign: string): string => {
  const code = sign.charCodeAt(0);
  return String(code - (noughts.findLast((nought) => nought <= code) ?? code));
};

/** Without what nobody sees. Not for names and free text: Persian and emoji need their joiners. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '');

/**
 * An identifier, number or date as it looks: without marks that nobody sees, with plain spaces, hyphens and figures. The one place in
 * which what is pasted becomes what would have been typed.
 */
export const plain = (text: string): string =>
  withoutUnseen(text)
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfe_e0))
    .replace(figures, figure)
    .replace(dashes, '-')
    .replaceAll(/\s/g, ' ');
