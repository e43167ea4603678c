import type { JsonValue } from '../json.ts';
import { asText, entries, type FactFunction, type FactValue } from './fact-function.ts';
import { phraseIndex } from './phrase.ts';

const indexed = new WeakMap<JsonValue[], (phrase: string) => boolean>();

/** A list is read once, however many rows ask for it. */
const indexOf = (list: FactValue): ((phrase: string) => boolean) => {
  const known = Array.isArray(list) ? indexed.get(list) : undefined;
  const made = known ?? phraseIndex(entries(list).filter((one) => typeof one === 'string'));
  if (Array.isArray(list)) indexed.set(list, made);
  return made;
};

export const nameAmong: FactFunction = {
  id: 'nameAmong',
  about:
    'Whether a name that somebody typed is one of a list, or stands in one of them as whole words; case, white space and punctuation do not matter. Cannot be worked out without a name.',
  arguments: {
    name: { takes: 'value', holds: 'text', about: 'The name, such as that of a document.' },
    of: { takes: 'value', holds: 'text', about: 'The list, such as the titles of all documents.' },
  },
  gives: 'boolean',
  evaluate: ({ name, of }) => {
    const wanted = asText(name);
    if (wanted === undefined || wanted.trim() === '') return undefined;
    return indexOf(of)(wanted);
  },
};
