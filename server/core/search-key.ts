/** Small letters, no accents, single spaces: `Łucja  Ó Briain` is found by `lucja o briain`. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** More words than this find nobody that these do not. */
const mostWords = 8;

/** The words of what somebody typed to find an account or a work group. */
export const searchWords = (typed: string): string[] =>
  searchKey(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
