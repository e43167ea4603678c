/** Whom a case is about: how the name is kept, found and compared. */
import { formatOf, isRealDate, refusalOf, searchKey, searchWords } from '../../../engine/index.ts';
import type { Subject } from '../../../wire/case.ts';
import type { ProblemBody } from '../../../wire/shapes.ts';
import { problem } from '../../core/errors.ts';
import type { CaseDescription } from './settings-shape.ts';

type FieldErrors = NonNullable<ProblemBody['errors']>;

const tidy = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');

/** The subject in the form in which it is kept. Throws `request-invalid` naming what cannot be kept; `on` is today. */
export const storedSubject = (subject: Subject, { identifiers }: CaseDescription, on: string): Subject => {
  const errors: FieldErrors = [];
  const kept: Record<string, string> = {};
  for (const [name, typed] of Object.entries(subject.identifiers)) {
    const pointer = `/subject/identifiers/${name}`;
    const known = identifiers.find((identifier) => identifier.name === name);
    if (known === undefined) errors.push({ pointer, message: 'This is not known here' });
    if (known === undefined || typed.trim() === '') continue;
    const format = formatOf(known.format);
    if (format?.test(typed) === false) errors.push({ pointer, message: refusalOf(format, typed), label: known.label });
    kept[name] = format === undefined ? tidy(typed) : format.tidy(typed);
  }
  if (!isRealDate(subject.dateOfBirth) || subject.dateOfBirth > on)
    errors.push({ pointer: '/subject/dateOfBirth', message: 'Enter a real date that is not in the future' });
  if (errors.length > 0) throw problem('request-invalid', { errors });
  const { firstName, lastName } = subject;
  return { ...subject, firstName: tidy(firstName), lastName: tidy(lastName), identifiers: kept };
};

/** The parts of a name without what people leave out or add, sorted: equal for names that differ in nothing else. */
const parts = ({ firstName, lastName }: Pick<Subject, 'firstName' | 'lastName'>): string[] =>
  searchKey(`${firstName} ${lastName}`)
    .split(' ')
    .filter((part) => part !== '')
    .sort();

/** What two cases of the same person have in common, however it was typed. */
export const personKey = (subject: Subject): string => `${subject.dateOfBirth} ${parts(subject).join(' ')}`;

/** Whether one word is the other with one letter changed, added, left out or swapped with its neighbour. */
export const oneSlip = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  const swapped =
    left.length > 1 && left.slice(0, 2) === `${right[1] ?? ''}${right[0] ?? ''}` && left.slice(2) === right.slice(2);
  return swapped || left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1);
};

/**
 * Whether two names may be one person's: the same words in any order and spelling, written together or apart, with more or
 * fewer middle names, or with one slip in a word.
 */
export const likeNames = (
  one: Pick<Subject, 'firstName' | 'lastName'>,
  other: Pick<Subject, 'firstName' | 'lastName'>,
): boolean => {
  const [mine, theirs] = [parts(one), parts(other)];
  const joined = (name: typeof one, swapped: boolean): string =>
    searchKey(swapped ? name.lastName + name.firstName : name.firstName + name.lastName).replaceAll(' ', '');
  if (joined(one, false) === joined(other, false) || joined(one, false) === joined(other, true)) return true;
  const [fewer, more] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
  return fewer.length > 0 && fewer.every((word) => more.some((candidate) => oneSlip(word, candidate)));
};

/** What a case is looked up by. */
export const subjectKeys = (subject: Subject) => ({
  nameKey: searchKey(`${subject.lastName} ${subject.firstName}`),
  words: searchWords(`${subject.firstName} ${subject.lastName}`),
  identifierKeys: Object.entries(subject.identifiers).map(([name, value]) => `${name}=${value}`),
});
