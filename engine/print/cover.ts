import type { Facts } from '../answers/facts.ts';
import type { CompiledForm } from '../compile/form.ts';
import type { CoverLine } from '../definition/model/definition.ts';
import { isObject, valueAt, type JsonObject, type JsonValue } from '../json.ts';
import { addDuration, beside, formatDate, formatNumber, isRealDate } from '../text/index.ts';
import { showAnswer, yesOrNo, type PartShown } from './show.ts';

/** What a cover line can draw upon. */
export interface CoverSources {
  form: CompiledForm;
  /** As they are sent: hidden ones left out. */
  answers: JsonObject;
  fact: Facts;
  shown: PartShown;
  reference?: string;
  /** ISO time in UTC. */
  submittedAt?: string;
  timeZone: string;
}

/** The ISO date in `timeZone` at an ISO time. */
const localDate = (time: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(time));

const inOneLine = (form: CompiledForm, lines: string[]): string => beside(lines, ', ', form.direction);

const factInWords = (form: CompiledForm, value: JsonValue | undefined): string => {
  if (value === undefined || value === null || isObject(value)) return '';
  if (Array.isArray(value))
    return inOneLine(
      form,
      value.map((entry) => factInWords(form, entry)),
    );
  if (typeof value === 'boolean') return yesOrNo(form, value);
  return typeof value === 'number' ? formatNumber(value, form.language) : formatDate(value, form.language);
};

const later = (form: CompiledForm, day: JsonValue | undefined, duration: string): string =>
  typeof day === 'string' && isRealDate(day) ? formatDate(addDuration(day, duration), form.language) : '';

/** The value of a line on the first page, in words; empty where there is none. */
export const coverValue = (line: CoverLine, sources: CoverSources): string => {
  const { form, answers, fact, shown, submittedAt, timeZone } = sources;
  const plus = 'plus' in line ? line.plus : undefined;
  if ('at' in line) {
    const value = valueAt(answers, line.at);
    if (plus !== undefined) return later(form, value, plus);
    const question = form.questionAt(line.at);
    return question === undefined ? '' : inOneLine(form, showAnswer(form, question, value, line.at, shown));
  }
  if ('fact' in line)
    return plus === undefined ? factInWords(form, fact(line.fact)) : later(form, fact(line.fact), plus);
  if (line.from === 'reference') return sources.reference ?? '';
  if (submittedAt === undefined) return '';
  const received = localDate(submittedAt, timeZone);
  return plus === undefined ? formatDate(received, form.language) : later(form, received, plus);
};
