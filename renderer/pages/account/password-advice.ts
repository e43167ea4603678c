import { isMadeOfNames, isPattern, leastPasswordLength, passwordLength } from '../../../engine/index.ts';

const GOOD = 16;

/**
 * What a new password is worth, by its length and by whether anybody can guess it. `service`: what the council and the service are called;
 * `person`: the names and the address of whoever chooses it, where the page knows them. The server also knows the common ones.
 */
export const passwordAdvice = (password: string, service: readonly string[], person?: readonly string[]): string => {
  const length = passwordLength(password);
  const missing = leastPasswordLength - length;
  if (length === 0) return '';
  if (missing > 0) return `${missing} more ${missing === 1 ? 'character is' : 'characters are'} needed`;
  if (isMadeOfNames(password, [...service, ...(person ?? [])]))
    return 'Too easy to guess: made of your name, the council’s or this service’s';
  if (isPattern(password)) return 'Too easy to guess: it repeats itself';
  if (length < GOOD) return 'Long enough. Longer is stronger';
  const unknown = person === undefined ? ' or it is made of your name or email address' : '';
  return `Strong by its length, unless many people use it${unknown}`;
};
