import { formatDate } from '../../engine/index.ts';
import type { KnownPerson } from '../../wire/account.ts';
import type { ChoiceOption } from '../parts/inputs/Choices.tsx';
import { englishT, type FormTranslate } from '../form/words.ts';

export interface PersonOption {
  /** The person's name as it is stored and printed; two of one name are told apart by their dates of birth. */
  value: string;
  label: string;
  hint: string;
  person: KnownPerson;
  /** Where what is known of the person comes from, in words. */
  source: string;
}

const nameOf = ({ firstName, lastName }: KnownPerson): string => `${firstName} ${lastName}`.trim();

export const peopleOptions = (people: readonly KnownPerson[], t: FormTranslate = englishT): PersonOption[] => {
  const names = people.map(nameOf);
  return people.map((person, index) => {
    const name = nameOf(person);
    const shared = names.indexOf(name) !== names.lastIndexOf(name);
    const born = person.dateOfBirth === undefined ? undefined : formatDate(person.dateOfBirth, t.language);
    const told = born ?? t('person.number', { number: index + 1 });
    const from = t('source.form', { date: formatDate(person.lastUsedAt.slice(0, 10), t.language) });
    const value = shared ? `${name} (${told})` : name;
    return {
      value,
      label: value,
      hint:
        born === undefined || shared
          ? t('person.from', { source: from })
          : t('person.born', { date: born, source: from }),
      person,
      source: from,
    };
  });
};

/** Options with the known people after the choice named by `after`; without such a choice they stand last. */
export const optionsWith = <Option extends ChoiceOption>(
  options: readonly Option[],
  people: readonly Option[],
  after: string | undefined,
): Option[] => {
  const place = options.findIndex(({ value }) => value === after);
  const cut = place === -1 ? options.length : place + 1;
  return [...options.slice(0, cut), ...people, ...options.slice(cut)];
};
