/** Rules in plain sentences, for whoever fills a form in on paper and has to see for themselves which questions are for them. */
import { scopeTarget } from '../compile/scope.ts';
import type { Question } from '../compile/form.ts';
import type { Condition, Rule } from '../definition/definition.ts';
import type { Pointer } from '../json.ts';
import { answerClause, calledFor, type Telling } from './when-answer.ts';
import { factClause } from './when-fact.ts';

/** A question inside a row or group that the form names is called by both names. */
const placed = ({ form }: Telling, base: Pointer, pointer: Pointer): Question | undefined => {
  const question = form.questionAt(base + pointer);
  const around =
    pointer.lastIndexOf('/') > 0 ? form.questionAt(base + pointer.slice(0, pointer.lastIndexOf('/'))) : undefined;
  return question && around ? { ...question, label: `${around.label}: ${question.label}` } : question;
};

const clause = (telling: Telling, condition: Condition, base: Pointer): string => {
  if ('conditions' in condition) {
    const told = condition.conditions.map((part) => {
      const words = clause(telling, part, base);
      return 'conditions' in part && part.type !== condition.type ? `(${words})` : words;
    });
    const joint = telling.t(condition.type === 'AND' ? 'and' : 'or');
    return [...new Set(told)].join(joint);
  }
  const target = scopeTarget(condition.scope);
  const schema = 'expectedValue' in condition ? { const: condition.expectedValue } : condition.schema;
  if (target.kind === 'fact') return factClause(telling, target.name, schema);
  const question = placed(telling, base, target.pointer);
  if (question === undefined) return telling.t('applies');
  return answerClause(telling, question, schema) ?? calledFor(telling.t, [question]);
};

const scopesOf = (condition: Condition): string[] =>
  'conditions' in condition ? condition.conditions.flatMap(scopesOf) : [condition.scope];

/** What is ruled. */
export type Ruled = 'answer' | 'part' | 'page' | 'note';

/** Says when something is to be answered. `base`: the pointer of the row or group that scopes are relative to. */
export const ruleSentence = (telling: Telling, what: Ruled, { effect, condition }: Rule, base: Pointer): string => {
  const not = effect === 'HIDE' || effect === 'DISABLE' ? ('.not' as const) : ('' as const);
  return telling.t(`when.${what}${not}`, { condition: clause(telling, condition, base) });
};

/** Says when a question, not required otherwise, must be answered. */
export const requiredSentence = (telling: Telling, condition: Condition, base: Pointer): string =>
  telling.t('when.required', { condition: clause(telling, condition, base) });

/** Whether a rule asks about the answer to the question itself: what is known about it beforehand shows it, which paper cannot know. */
export const asksItself = ({ condition }: Rule, scope: string | undefined): boolean =>
  scopesOf(condition).every((each) => each === scope);
