import { englishParts, sayIn, type PartKey, type Say } from '../words.ts';

/**
 * What is said about the room left in a text box: nothing before four fifths of it are used.
 * @param max most characters allowed.
 */
export const countText = (
  length: number,
  max: number,
  say: Say<PartKey> = sayIn<PartKey>(englishParts),
): string | undefined => {
  if (length < max * 0.8) return undefined;
  const left = max - length;
  return left < 0 ? say.count('characters.over', -left) : say.count('characters.left', left);
};
