import type { AnswerContext, CompiledForm, Question } from '../../compile/form.ts';
import { controlPointer } from '../../compile/scope.ts';
import type { UiElement } from '../../definition/model/definition.ts';
import { isObject, valueAt, type JsonObject, type Pointer } from '../../json.ts';
import { compact } from '../blank.ts';
import { seen, type ConditionSeen } from './condition-words.ts';
import type { Scene } from './condition.ts';
import { factsOf } from '../facts.ts';
import { tidy } from '../normalise.ts';
import { visibility } from './visibility.ts';
import { without } from '../without.ts';

/** Something that is hidden, and the rule that hides it. */
export interface HiddenBecause {
  kind: 'page' | 'group' | 'question';
  /** Id of the page on which it stands. */
  page: string;
  /** Of a question; in a row with the row's number. */
  pointer?: Pointer;
  label: string;
  /** Labels of the questions that are hidden with a page or group. */
  questions: string[];
  effect: 'SHOW' | 'HIDE';
  condition: ConditionSeen;
}

const controlsIn = (element: UiElement): UiElement[] =>
  element.type === 'Control' ? [element] : (element.elements ?? []).flatMap(controlsIn);

/**
 * Every page, group and question that is hidden for these answers by a rule of its own, with the rule in words. What stands inside
 * something hidden is named there and not again.
 */
export const hiddenBecause = (form: CompiledForm, answers: JsonObject, context: AnswerContext): HiddenBecause[] => {
  const all = tidy(form, answers);
  const shown = visibility(form, answers, context);
  const counted = without(all, shown.hiddenAnswers);
  const whole = compact(counted).answers;
  const fact = factsOf(form.definition.checks.facts, whole, context);
  const found: HiddenBecause[] = [];

  const sceneAt = (base: Pointer): Scene => {
    const part = base === '' ? whole : valueAt(counted, base);
    return {
      root: base === '' ? whole : isObject(part) ? compact(part).answers : {},
      fact,
      validators: form.validators,
    };
  };
  const questionOf = (control: UiElement, base: Pointer): Question | undefined =>
    form.questionAt(base + controlPointer(control.scope));
  const labelsIn = (element: UiElement, base: Pointer): string[] =>
    controlsIn(element).flatMap((control) => questionOf(control, base)?.label ?? []);

  const tell = (element: UiElement, page: { id: string; label: string }, base: Pointer): void => {
    const { rule } = element;
    if (rule === undefined || (rule.effect !== 'SHOW' && rule.effect !== 'HIDE')) return;
    const why = { page: page.id, effect: rule.effect, condition: seen(form, rule.condition, sceneAt(base), base) };
    if (element.type === 'Control') {
      const pointer = base + controlPointer(element.scope);
      if (!shown.hides(pointer)) return;
      found.push({
        ...why,
        kind: 'question',
        pointer,
        label: questionOf(element, base)?.label ?? pointer,
        questions: [],
      });
      return;
    }
    const questions = labelsIn(element, base);
    if (questions.length === 0) return;
    const isPage = element.type === 'Category';
    const label = isPage ? page.label : form.text(`${element.i18n ?? ''}.label`);
    found.push({ ...why, kind: isPage ? 'page' : 'group', label: label ?? questions.join(', '), questions });
  };
  const walk = (element: UiElement, page: { id: string; label: string }, base: Pointer): void => {
    if (!shown.shows(element, base)) {
      tell(element, page, base);
      return;
    }
    for (const child of element.elements ?? []) walk(child, page, base);
    const { detail } = element.options ?? {};
    if (element.type !== 'Control' || detail === undefined) return;
    const pointer = base + controlPointer(element.scope);
    const kind = form.questionAt(pointer)?.kind;
    const value = valueAt(all, pointer);
    const rows = Array.isArray(value) ? value.map((_, index) => `${pointer}/${index}`) : [];
    for (const place of kind === 'table' || kind === 'files' ? rows : [pointer]) walk(detail, page, place);
  };
  for (const page of form.pages) walk(page.element, page, '');
  return found;
};
