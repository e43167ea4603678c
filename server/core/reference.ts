/** No vowels (so no words) and nothing that is read as something else: 0 O, 1 I L, 5 S, 2 Z, 8 B. */
const letters = '34679CDFGHJKMNPQRTVWXY';

/**
 * A reference such as `FW-7K3M-9Q4P` from random bytes: short enough to read out on the telephone, 22⁸ of them.
 * Bytes that would make some letters likelier than others are passed over; throws when too few are left.
 */
export const referenceFrom = (random: Uint8Array): string => {
  const limit = 256 - (256 % letters.length);
  const picked = [...random]
    .filter((byte) => byte < limit)
    .slice(0, 8)
    .map((byte) => letters.charAt(byte % letters.length))
    .join('');
  if (picked.length < 8) throw new Error('A reference needs more random bytes');
  return `FW-${picked.slice(0, 4)}-${picked.slice(4)}`;
};

/** What somebody typed, in the stored form: `fw 7k3m9q4p` → `FW-7K3M-9Q4P`; the beginning of one stays a beginning. */
export const tidyReference = (typed: string): string => {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (!plain.startsWith('FW')) return plain;
  return [plain.slice(0, 2), plain.slice(2, 6), plain.slice(6, 10)].filter((part) => part !== '').join('-');
};
