import type { CompiledForm, Question } from '../compile/form.ts';
import type { Rule, UiElement } from '../definition/definition.ts';
import { stableJson, type Pointer } from '../json.ts';
import type { Change } from './change.ts';
import { attachmentChanges, checkChanges, pageChanges } from './diff-form.ts';
import { questionChanges } from './diff-question.ts';
import { migrationFrom } from './migration-from.ts';
import type { Migration } from './migration.ts';

/** Every question with its parts, by pointer, in the order of the pages; branches of a `oneOf` by their fields. */
const everyQuestion = (form: CompiledForm): Map<Pointer, Question> => {
  const all = new Map<Pointer, Question>();
  const add = (question: Question): void => {
    if (!all.has(question.pointer)) all.set(question.pointer, question);
    question.parts.forEach(add);
  };
  form.questions.forEach(add);
  return all;
};

/** The rules that decide whether a question is shown, by pointer, its page's and its groups' among them. */
const rulesOf = (form: CompiledForm): Map<Pointer, string> => {
  const found = new Map<Pointer, string>();
  const questions = new Map([...everyQuestion(form).values()].map((question) => [question.element, question.pointer]));
  const walk = (element: UiElement, around: readonly Rule[]): void => {
    const rules = element.rule === undefined ? around : [...around, element.rule];
    const pointer = questions.get(element);
    if (pointer !== undefined) found.set(pointer, stableJson(rules));
    for (const child of element.elements ?? []) walk(child, rules);
    if (element.options?.detail !== undefined) walk(element.options.detail, rules);
  };
  for (const page of form.pages) walk(page.element, []);
  return found;
};

/** Where answers went by the migration's moves: older place → newer place. */
const movesOf = (migration: Migration | undefined): Map<Pointer, Pointer> =>
  new Map(
    (migration?.steps ?? []).flatMap((step): [Pointer, Pointer][] => ('move' in step ? [[step.move, step.to]] : [])),
  );

const pageLabel = (form: CompiledForm, question: Question): string =>
  form.pages.find(({ id }) => id === question.pageId)?.label ?? question.pageId;

const carriedElsewhere = (migration: Migration | undefined, pointer: Pointer): boolean =>
  (migration?.steps ?? []).some(
    (step) => ('split' in step && step.split === pointer) || ('join' in step && step.join.includes(pointer)),
  );

/**
 * What differs between two versions, question by question in the order of the newer one's pages, then what is gone, then the rest. Both
 * compiled in the same language. Steps of the newer one's `migrate.json` tell what was renamed from what is new.
 */
export const diff = (
  before: CompiledForm,
  after: CompiledForm,
  migration: Migration | undefined = migrationFrom(before, after),
): Change[] => {
  const [old, now] = [everyQuestion(before), everyQuestion(after)];
  const [oldRules, nowRules] = [rulesOf(before), rulesOf(after)];
  const moves = movesOf(migration);
  const origins = new Map([...moves].map(([from, to]) => [to, from]));
  const within = (pointer: Pointer, others: ReadonlyMap<Pointer, Question>): boolean =>
    [...others.keys()].some((other) => pointer.startsWith(`${other}/`));

  const gone = new Map([...old].filter(([pointer]) => !now.has(moves.get(pointer) ?? pointer)));
  const added = new Map([...now].filter(([pointer]) => !old.has(origins.get(pointer) ?? pointer)));

  const changes: Change[] = [];
  for (const [pointer, question] of now) {
    const named = `Question “${question.label}”`;
    const earlier = old.get(origins.get(pointer) ?? pointer);
    if (earlier === undefined) {
      if (within(pointer, added)) continue;
      const level = question.required ? 'breaking' : 'compatible';
      changes.push({ level, pointer, words: `${named} is new${question.required ? ' and required' : ''}` });
      continue;
    }
    const told = (level: Change['level'], words: string): void => void changes.push({ level, pointer, words });
    if (earlier.pointer !== pointer) told('compatible', `${named} takes the answers of “${earlier.label}”`);
    for (const { level, words } of questionChanges(earlier, question))
      told(level, `Question “${earlier.label}” ${words}`);
    if (earlier.pageId !== question.pageId)
      told('compatible', `${named} moved to the page “${pageLabel(after, question)}”`);
    if (oldRules.get(earlier.pointer) !== nowRules.get(pointer)) told('compatible', `${named} is shown in other cases`);
  }
  for (const [pointer, question] of gone) {
    if (within(pointer, gone)) continue;
    const carried = carriedElsewhere(migration, pointer);
    changes.push({
      level: carried ? 'compatible' : 'breaking',
      pointer,
      words: `Question “${question.label}” is gone${carried ? '; its answers go to other questions' : ''}`,
    });
  }
  changes.push(...pageChanges(before, after), ...checkChanges(before, after), ...attachmentChanges(before, after));
  return changes.length > 0 || before.definition.hash === after.definition.hash
    ? changes
    : [{ level: 'wording', words: 'Words or settings outside the questions changed' }];
};
