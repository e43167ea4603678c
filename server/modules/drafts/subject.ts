import { valueAt } from '../../../engine/json.ts';
import type { JsonValue, Pointer } from '../../../engine/json.ts';
import type { FormManifest } from '../../../engine/index.ts';

export interface SubjectName {
  firstName: string;
  lastName: string;
  dateOfBirth?: string;
}

const textAt = (answers: JsonValue, pointer: Pointer): string => {
  const value = valueAt(answers, pointer);
  return typeof value === 'string' ? value.trim().slice(0, 160) : '';
};

/** Whom the answers are about, as far as is known yet. */
export const subjectOf = (subject: FormManifest['subject'], answers: JsonValue): SubjectName => {
  const dateOfBirth = subject.dateOfBirth === undefined ? '' : textAt(answers, subject.dateOfBirth);
  return {
    firstName: textAt(answers, subject.firstName),
    lastName: textAt(answers, subject.lastName),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth) ? { dateOfBirth } : {}),
  };
};

/** First and last name, or empty. */
export const subjectText = (subject: FormManifest['subject'], answers: JsonValue): string => {
  const { firstName, lastName } = subjectOf(subject, answers);
  return [firstName, lastName].filter((part) => part !== '').join(' ');
};
