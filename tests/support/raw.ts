/** What programs write and people must not have to read: timestamps, identifiers, places to be filled in and values without words. */
const kinds: Record<string, RegExp> = {
  'a date or time as programs write it': /\d{4}-\d\d-\d\d(?:T\d\d:\d\d\S*)?/g,
  // 128 random bits in base64url, as the store names its records, or hexadecimal digests.
  'an identifier':
    /(?<![\w/.-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{22}(?![\w/.-])|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{32,}\b/g,
  'a value without words': /\[object \w+\]|\bundefined\b|\bNaN\b|\bInvalid Date\b/g,
  'a place that nothing was put in': /\{[A-Za-z][A-Za-z0-9_]*\}/g,
};

const address = /https?:\/\/\S+/g;

/** What is raw in a text, with what it is; the addresses of links are read by programs. */
export const rawIn = (text: string): string[] => {
  const words = text.replaceAll(address, '');
  return Object.entries(kinds).flatMap(([kind, pattern]) =>
    [...words.matchAll(pattern)].map(([found]) => `${kind}: ${found}`),
  );
};
