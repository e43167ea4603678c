import type { CompiledForm } from '../compile/form.ts';
import { fill } from '../text/texts.ts';

/** What stands on a form for paper besides the form's own words, in English; `word.paper.<name>` of the form or its language replaces it. */
export const englishBlankWords = {
  howTo: 'How to fill in this form',
  'howTo.pen':
    'Write in black or blue ink, in capital letters where you can. Put a cross or a tick in the boxes that apply.',
  'howTo.required': 'You must answer the questions that are marked with *, unless it says that they are not for you.',
  'howTo.when':
    'Some questions are not for everybody. Where it says “Answer this only if”, only answer it if that is so. If not, go to the next question.',
  'howTo.room':
    'If you need more room, use another sheet of paper. Write on it the name of this form, the question, and who the form is about.',
  tickOne: 'Tick one box.',
  tickAny: 'Tick all that apply.',
  day: 'DD',
  month: 'MM',
  year: 'YYYY',
  record: '{question}: {number}',
  moreRecords: 'If there are more, copy this part or use another sheet of paper.',
  'files.kinds': 'Tick each document that you attach.',
  'files.list': 'List the documents that you attach.',
  file: 'Document',
  only: 'Fill this in only if you ticked “{label}”.',
  'when.answer': 'Answer this only if {condition}.',
  'when.part': 'Answer this part only if {condition}.',
  'when.page': 'Answer the questions under this heading only if {condition}.',
  'when.answer.not': 'Do not answer this if {condition}.',
  'when.part.not': 'Do not answer this part if {condition}.',
  'when.page.not': 'Do not answer the questions under this heading if {condition}.',
  'when.note': 'If {condition}:',
  'when.note.not': 'Unless {condition}:',
  'when.required': 'You must answer this if {condition}.',
  and: ' and ',
  or: ' or ',
  is: 'you answered {values} to “{question}”',
  isNot: 'you did not answer {values} to “{question}”',
  ticked: 'you ticked “{question}”',
  notTicked: 'you did not tick “{question}”',
  chose: 'you ticked {values} under “{question}”',
  notChose: 'you did not tick {values} under “{question}”',
  answered: 'you answered “{question}”',
  notAnswered: 'you did not answer “{question}”',
  least: 'your answer to “{question}” is {value} or more',
  most: 'your answer to “{question}” is {value} or less',
  more: 'your answer to “{question}” is more than {value}',
  less: 'your answer to “{question}” is less than {value}',
  rowsLeast: 'you filled in {value} or more under “{question}”',
  rowsMost: 'you filled in {value} or fewer under “{question}”',
  ageIs: 'the age today, by “{question}”, is {values}',
  ageLeast: 'the age today, by “{question}”, is {value} or more',
  ageMost: 'the age today, by “{question}”, is {value} or less',
  ageOnIs: 'the age on the last {day}, by “{question}”, was {values}',
  ageOnLeast: 'the age on the last {day}, by “{question}”, was {value} or more',
  ageOnMost: 'the age on the last {day}, by “{question}”, was {value} or less',
  monthsLeast: '{value} months or more have passed since “{question}”',
  monthsMost: 'no more than {value} months have passed since “{question}”',
  differ: 'your answers to “{question}” and “{other}” are not the same',
  calledFor: 'your answer to {questions} makes it necessary',
  applies: 'it applies to you',
  sign: 'Signature',
  'sign.lead': 'Sign the form when you have filled in all of it.',
  'sign.signature': 'Signature',
  'sign.name': 'Name in capital letters',
  'sign.date': 'Date',
  'sign.role': 'Role',
  'sign.counter': 'Counter signature of a second person',
  'sign.counter.optional': 'Only if somebody counter-signs the form.',
  send: 'Where to send this form',
  'send.lead': 'Send the form, and copies of the documents that you attach, to:',
  'send.email': 'Email: {email}',
  'send.phone': 'Questions? Telephone {phone}',
  returnBy: 'Return it by',
} as const;

export type BlankWord = keyof typeof englishBlankWords;
export type BlankTranslate = (word: BlankWord, values?: Record<string, string | number>) => string;

/** The words on paper in the language of a form. */
export const blankWords =
  (form: Pick<CompiledForm, 'text'>): BlankTranslate =>
  (word, values = {}) =>
    form.text(`word.paper.${word}`, values) ?? fill(englishBlankWords[word], values);
