import { asText, entries, type FactFunction } from './fact-function.ts';
import { holdsPhrase } from './phrase.ts';

export const nameAmong: FactFunction = {
  id: 'nameAmong',
  about:
    'Whether a name that somebody typed is one of a list, or stands in one of them as whole words; case, white space and punctuation do not matter. Cannot be worked out without a name.',
  arguments: {
    name: { takes: 'value', about: 'The name, such as that of a document.' },
    of: { takes: 'value', about: 'The list, such as the titles of all documents.' },
  },
  gives: 'boolean',
  evaluate: ({ name, of }) => {
    const wanted = asText(name);
    if (wanted === undefined || wanted.trim() === '') return undefined;
    return entries(of).some((one) => typeof one === 'string' && holdsPhrase(one, wanted));
  },
};
