/** Words of a text, for looking up names and phrases: small letters. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Parted by one blank, with a blank at both ends. */
const joined = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Asks a text whether it holds a phrase as whole words; case, white space and punctuation do not matter. A blank phrase is in no text. */
export const phrasesOf = (text: string): ((phrase: string) => boolean) => {
  const whole = joined(wordsOf(text));
  return (phrase) => {
    const words = wordsOf(phrase);
    return words.length > 0 && whole.includes(joined(words));
  };
};

/** Asks a list of texts whether one of them holds a phrase. Only the texts that have the phrase's rarest word are looked at, each phrase once. */
export const phraseIndex = (texts: readonly string[]): ((phrase: string) => boolean) => {
  const byWord = new Map<string, Set<string>>();
  for (const text of texts) {
    const words = wordsOf(text);
    const whole = joined(words);
    for (const word of words) {
      const having = byWord.get(word);
      if (having === undefined) byWord.set(word, new Set([whole]));
      else having.add(whole);
    }
  }
  const known = new Map<string, boolean>();
  const look = (words: readonly string[]): boolean => {
    let rarest: ReadonlySet<string> | undefined;
    for (const word of words) {
      const having = byWord.get(word);
      if (having === undefined) return false;
      if (rarest === undefined || having.size < rarest.size) rarest = having;
    }
    const wanted = joined(words);
    return [...(rarest ?? [])].some((whole) => whole.includes(wanted));
  };
  return (phrase) => {
    const words = wordsOf(phrase);
    const key = joined(words);
    const found = known.get(key) ?? look(words);
    known.set(key, found);
    return found;
  };
};
