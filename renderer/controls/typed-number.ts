/** Numbers as people type them: “1,200”, “£60.50”. What is not a number is kept as typed, so that nothing is lost and a message can name it. */
export const readNumber = (text: string): number | string | undefined => {
  const typed = text.trim();
  if (typed === '') return undefined;
  const plain = typed.replaceAll(/[£,\s]/g, '');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : typed;
};

export const showNumber = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
};
