import { englishParts, translateIn, type PartKey, type Translate } from '../words.ts';

/**
 * What is said about the room left in a text box: nothing before four fifths of it are used.
 * @param max most characters allowed.
 */
export const countText = (
  length: number,
  max: number,
  t: Translate<PartKey> = translateIn<PartKey>(englishParts),
): string | undefined => {
  if (length < max * 0.8) return undefined;
  const left = max - length;
  return left < 0 ? t.count('characters.over', -left) : t.count('characters.left', left);
};
