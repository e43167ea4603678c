/** What runs everywhere, the browser too. */
export type * from './compile/form.ts';
export type * from './definition/model/definition.ts';
export type { Problem } from './answers/problem.ts';
/** Makes a definition ready to run. */
export { compile } from './compile/compile.ts';
/** What the engine itself says, in another language. */
export { engineWords } from './languages/index.ts';
/** Runs ahead-of-time validators, and makes a module of them. */
export { loadValidators, validatorsModule, type MakeValidators } from './compile/load.ts';
/** Named values derived from answers. */
export { facts } from './answers/facts.ts';
/** What is shown and what may be changed. */
export { visibility, type Visibility } from './answers/conditions/visibility.ts';
/** Answers without blanks, identifiers in their stored form. */
export { normalise } from './answers/normalise.ts';
/** What is sent at submit. */
export { prune } from './answers/prune.ts';
/** What is not even kept in a draft. */
export { farOver } from './answers/far-over.ts';
/** Everything wrong with answers, in words. */
export { validate, type Scope } from './answers/validate.ts';
/** Every message that a question can give. */
export { messagesOf } from './answers/messages-of.ts';
/** Whether nothing was answered. */
export { isBlank } from './answers/blank.ts';
/** The branch of a `oneOf` that a value was meant for. */
export { nearestBranch } from './answers/branch.ts';
/** The vocabulary of formats. */
export { formatOf, formats, refusalOf } from './formats/index.ts';
/** The one rule for email addresses, in forms, on accounts and in requests. */
export { email as emailFormat } from './formats/email.ts';
/** The one rule for postcodes. */
export { ukPostcode as postcodeFormat } from './formats/uk-postcode.ts';
/** The functions that `checks.json` may call. */
export { factFunctions } from './facts/index.ts';
/** Dates, sizes, counts and links in texts. */
export * from './text/index.ts';
/** What a person reads of a form: the tree for PDF, print, check-your-answers and read-only view. */
export type * from './print/document.ts';
export { printDocument, type PrintOptions } from './print/print.ts';
export { englishPrintWords } from './print/words.ts';
/** A form for paper: every question with the room to answer it by pen. */
export type * from './print/blank-document.ts';
export { blankDocument } from './print/blank.ts';
export { wholeLinks } from './print/on-paper.ts';
export type { SendTo } from './print/blank-frame.ts';
/** What differs between two versions of a form, and how answers to one are carried to the next. */
export { diff } from './versions/diff.ts';
export { gravest, nextVersion, type Change, type ChangeLevel } from './versions/change.ts';
export { carriedTo, carry, type Unplaced } from './versions/carry.ts';
/** Who sees which answers. */
export { parties, isConfidentialFrom, type Party, type Parties } from './privacy/party.ts';
export { confidentialQuestions, type ConfidentialNames } from './privacy/confidential.ts';
export { answersFor, documentsIn, type AnswersForViewer, type Seen, type Viewer } from './privacy/answers-for.ts';
export { answersAfter, type Sent } from './privacy/answers-after.ts';
/** Tasks: who has a form, what may happen to it next, and who may make it happen. */
export type * from './tasks/task.ts';
export { step } from './tasks/step.ts';
export { taskStanding } from './tasks/standing.ts';
export { taskStateWords } from './tasks/words.ts';
export { taskRelations, taskStates, taskTable, type TaskTransition } from './tasks/table.ts';
export { signersInWords, taskConditions, taskGuards, type TaskGuard } from './tasks/guards.ts';
export { dueStatus } from './tasks/due.ts';
export { remindersFor, sendOn } from './tasks/reminders.ts';
export { dueFrom } from './tasks/clock.ts';
export { readClock, type ClockStanding } from './tasks/clock-standing.ts';
export { clockWords } from './tasks/clock-words.ts';
export type { WorkCalendar } from './tasks/days.ts';
