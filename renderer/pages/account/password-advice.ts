const LEAST = 10;
const GOOD = 16;

/** How long a new password is, and what that is worth. The server also knows the common ones. */
export const passwordAdvice = (password: string): string => {
  const length = Array.from(password).length;
  if (length === 0) return '';
  if (length < LEAST)
    return `${LEAST - length} more ${LEAST - length === 1 ? 'character is' : 'characters are'} needed`;
  return length < GOOD ? 'Long enough. Longer is stronger' : 'Strong by its length';
};
