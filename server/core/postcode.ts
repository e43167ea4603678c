/** UK postcodes of account addresses. Source: BS 7666, as Royal Mail uses it. */
const compact = (value: string): string => value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const pattern =
  /^(GIR0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW])[0-9][ABD-HJLNP-UW-Z]{2})$/;

export const isPostcode = (value: string): boolean => value.length <= 12 && pattern.test(compact(value));

/** `ox11nd` → `OX1 1ND`. */
export const tidyPostcode = (value: string): string => {
  const letters = compact(value);
  return `${letters.slice(0, -3)} ${letters.slice(-3)}`;
};
