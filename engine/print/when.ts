/** Rules in plain sentences, for whoever fills a form in on paper and has to see for themselves which questions are for them. */
import { scopeTarget } from '../compile/scope.ts';
import type { Question } from '../compile/form.ts';
import type { Condition, Rule } from '../definition/model/definition.ts';
import type { Pointer } from '../json.ts';
import { answerClause, calledFor, type ClauseContext } from './when-answer.ts';
import { factClause } from './when-fact.ts';

/** A question inside a row or group that the form names is called by both names. */
const placed = ({ form }: ClauseContext, base: Pointer, pointer: Pointer): Question | undefined => {
  const question = form.questionAt(base + pointer);
  const around =
    pointer.lastIndexOf('/') > 0 ? form.questionAt(base + pointer.slice(0, pointer.lastIndexOf('/'))) : undefined;
  return question && around ? { ...question, label: `${around.label}: ${question.label}` } : question;
};

const clause = (clauseContext: ClauseContext, condition: Condition, base: Pointer): string => {
  if ('conditions' in condition) {
    const told = condition.conditions.map((part) => {
      const words = clause(clauseContext, part, base);
      return 'conditions' in part && part.type !== condition.type ? `(${words})` : words;
    });
    const joint = clauseContext.t(condition.type === 'AND' ? 'and' : 'or');
    return [...new Set(told)].join(joint);
  }
  const target = scopeTarget(condition.scope);
  const schema = 'expectedValue' in condition ? { const: condition.expectedValue } : condition.schema;
  if (target.kind === 'fact') return factClause(clauseContext, target.name, schema);
  const question = placed(clauseContext, base, target.pointer);
  if (question === undefined) return clauseContext.t('applies');
  return answerClause(clauseContext, question, schema) ?? calledFor(clauseContext.t, [question]);
};

const scopesOf = (condition: Condition): string[] =>
  'conditions' in condition ? condition.conditions.flatMap(scopesOf) : [condition.scope];

/** What is ruled. */
export type Ruled = 'answer' | 'part' | 'page' | 'note';

/** Says when something is to be answered. `base`: the pointer of the row or group that scopes are relative to. */
export const ruleSentence = (
  clauseContext: ClauseContext,
  what: Ruled,
  { effect, condition }: Rule,
  base: Pointer,
): string => {
  const not = effect === 'HIDE' || effect === 'DISABLE' ? ('.not' as const) : ('' as const);
  return clauseContext.t(`when.${what}${not}`, { condition: clause(clauseContext, condition, base) });
};

/** Says when a question, not required otherwise, must be answered. */
export const requiredSentence = (clauseContext: ClauseContext, condition: Condition, base: Pointer): string =>
  clauseContext.t('when.required', { condition: clause(clauseContext, condition, base) });

/** Whether a rule asks about the answer to the question itself: what is known about it beforehand shows it, which paper cannot know. */
export const asksItself = ({ condition }: Rule, scope: string | undefined): boolean =>
  scopesOf(condition).every((each) => each === scope);
