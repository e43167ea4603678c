import type { CompiledForm, Question } from '../compile/form.ts';
import type { UiElement } from '../definition/model/definition.ts';
import { stableJson, type Pointer } from '../json.ts';
import type { Change } from './change.ts';
import { attachmentChanges, checkChanges, pageChanges, settingChanges } from './diff-form.ts';
import { questionChanges } from './diff-question.ts';
import { textChanges, type Pair } from './diff-texts.ts';
import { migrationFrom } from './migration-from.ts';
import type { Migration, MigrationStep } from './migration.ts';
import { moved, withMovedPlaces, type Way } from './moved-places.ts';

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

/**
 * The rules that decide whether a question is shown, by pointer, its page's and its groups' among them, as they read after these ways of its
 * answers.
 */
const rulesOf = (form: CompiledForm, ways: readonly Way[]): Map<Pointer, string> => {
  const found = new Map<Pointer, string>();
  const questions = new Map([...everyQuestion(form).values()].map((question) => [question.element, question]));
  const walk = (element: UiElement, base: Pointer, around: readonly unknown[]): void => {
    const rules = element.rule === undefined ? around : [...around, withMovedPlaces(element.rule, ways, base)];
    const question = questions.get(element);
    if (question !== undefined) found.set(question.pointer, stableJson(rules));
    for (const child of element.elements ?? []) walk(child, base, rules);
    if (element.options?.detail !== undefined) walk(element.options.detail, insideOf(question) ?? base, rules);
  };
  for (const page of form.pages) walk(page.element, '', []);
  return found;
};

type Move = Extract<MigrationStep, { move: Pointer }>;

const movesOf = (migration: Migration | undefined): Move[] =>
  (migration?.steps ?? []).filter((step): step is Move => 'move' in step);

/** What the places in a question's detail are told from. */
const insideOf = (question: Question | undefined): Pointer | undefined =>
  question && (question.kind === 'table' || question.kind === 'files' ? `${question.pointer}/*` : question.pointer);

const pageLabel = (form: CompiledForm, question: Question): string =>
  form.pages.find(({ id }) => id === question.pageId)?.label ?? question.pageId;

/** The older questions whose answers a new one takes, cut up or put together. */
const takenFrom = (migration: Migration | undefined, pointer: Pointer): Pointer[] =>
  (migration?.steps ?? []).flatMap((step) => {
    if ('split' in step) return step.to.includes(pointer) ? [step.split] : [];
    return 'join' in step && step.to === pointer ? step.join : [];
  });

const orderOf = (questions: ReadonlyMap<Pointer, Question>, others: ReadonlyMap<Pointer, Question>): string =>
  [...questions.keys()].filter((pointer) => others.has(pointer)).join(' ');

/** All that a version says apart from its number; texts and members in whatever order. */
const saidBy = ({ definition: { manifest, schema, ui, checks, texts } }: CompiledForm): string => {
  const { version: _version, ...rest } = manifest;
  return stableJson({
    manifest: withoutSchemaName(rest),
    schema,
    ui: withoutSchemaName(ui),
    checks: withoutSchemaName(checks),
    texts,
  });
};

/** What names a file's schema for editors means nothing to anybody else. */
const withoutSchemaName = (file: object): object =>
  Object.fromEntries(Object.entries(file).filter(([key]) => key !== '$schema'));

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
  const moves = movesOf(migration);
  const forth = moves.map(({ move: from, to }) => ({ from, to }));
  const [oldRules, nowRules] = [rulesOf(before, forth), rulesOf(after, [])];
  const back = forth.map(({ from, to }) => ({ from: to, to: from }));
  /** Where the answers of a newer question stood before; nowhere where an older one of its name went elsewhere. */
  const originOf = (pointer: Pointer): Pointer | undefined => {
    const origin = moved(pointer, back);
    return moved(origin, forth) === pointer ? origin : undefined;
  };
  const earlierOf = (pointer: Pointer): Question | undefined => old.get(originOf(pointer) ?? '');
  const within = (pointer: Pointer, others: ReadonlyMap<Pointer, Question>): boolean =>
    [...others.keys()].some((other) => pointer.startsWith(`${other}/`));

  const gone = new Map([...old].filter(([pointer]) => !now.has(moved(pointer, forth))));
  const added = new Map([...now].filter(([pointer]) => earlierOf(pointer) === undefined));

  const changes: Change[] = [];
  for (const [pointer, question] of now) {
    const named = `Question “${question.label}”`;
    const earlier = earlierOf(pointer);
    if (earlier === undefined) {
      if (within(pointer, added)) continue;
      const sources = takenFrom(migration, pointer).flatMap((from) => old.get(from)?.label ?? []);
      if (sources.length > 0) {
        const words = `${named} is new and takes the answers of ${sources.map((label) => `“${label}”`).join(', ')}`;
        changes.push({ level: 'compatible', pointer, words });
        continue;
      }
      const level = question.required ? 'breaking' : 'compatible';
      changes.push({ level, pointer, words: `${named} is new${question.required ? ' and required' : ''}` });
      continue;
    }
    const told = (level: Change['level'], words: string): void => void changes.push({ level, pointer, words });
    const values = moves.find(({ move, to }) => move === earlier.pointer && to === pointer)?.values;
    if (moves.some(({ move, to }) => move !== to && to === pointer))
      told('compatible', `${named} takes the answers of “${earlier.label}”`);
    for (const { level, words } of questionChanges(earlier, question, { values, ways: forth }))
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
  const pairs: Pair[] = [
    ...[...now].map(([pointer, question]): Pair => [earlierOf(pointer), question]),
    ...[...gone.values()].map((question): Pair => [question, undefined]),
  ];
  changes.push(
    ...pageChanges(before, after),
    ...checkChanges(before, after, forth),
    ...attachmentChanges(before, after),
    ...textChanges(before, after, pairs),
    ...settingChanges(before, after, forth),
  );
  if (orderOf(old, now) !== orderOf(now, old))
    changes.push({ level: 'wording', words: 'Questions stand in another order' });
  return changes.length > 0 || saidBy(before) === saidBy(after)
    ? changes
    : [{ level: 'wording', words: 'What the form looks like changed' }];
};
