/**
 * What is said about the room left in a text box: nothing before four fifths of it are used.
 * @param max most characters allowed.
 */
export const countText = (length: number, max: number): string | undefined => {
  if (length < max * 0.8) return undefined;
  const left = max - length;
  const number = Math.abs(left).toLocaleString('en-GB');
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left < 0 ? `${number} ${characters} too many` : `${number} ${characters} left`;
};
