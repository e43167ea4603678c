import { asText, entries, type FactFunction } from './fact-function.ts';
import { phrasesOf } from './phrase.ts';

export const mentions: FactFunction = {
  id: 'mentions',
  about:
    'Whether an answer, or one of a list of answers, has a word or phrase in it as whole words; case, white space and punctuation do not matter.',
  arguments: {
    of: { takes: 'value', holds: 'text', about: 'A text or a column of texts.' },
    text: { takes: 'words', about: 'The word or phrase, or a list of them of which one is enough.' },
  },
  gives: 'boolean',
  evaluate: ({ of, text }) => {
    const phrases = entries(text).flatMap((phrase) => asText(phrase) ?? []);
    return entries(of).some((answer) => typeof answer === 'string' && phrases.some(phrasesOf(answer)));
  },
};
