/** What can ever be shown and answered: whether the conditions of a form can be so at once, whoever fills it in. */
import { scopeTarget } from '../../../compile/scope.ts';
import type { JsonValue, Pointer } from '../../../json.ts';
import type { Fact } from '../../model/definition.ts';
import type { Place } from '../../model/schema-model.ts';
import { answerValues, factValues } from '../fact-values.ts';
import type { CheckContext } from '../rules/rule.ts';
import { placeOf } from '../ui-model.ts';
import { demandsOf, ways, type Demand, type Want } from './demand.ts';
import { holdsFor } from './judge.ts';
import { unfit } from './unfit.ts';
import { toTry } from './values.ts';

/** Whether an answer can be given at all. */
export type CanBeAnswered = (place: Place) => boolean;

export interface Shown {
  /** Whether all of it can be so at once, if each answer that `answerable` names can be given. */
  possible: (demands: readonly Demand[], answerable?: CanBeAnswered) => boolean;
  /** Whether somebody gives the answer: a question that is shown at some time, or whatever fills it in. */
  isAnswered: CanBeAnswered;
  /** Nothing fills it in, and no control lets anybody write it. */
  isOutOfReach: CanBeAnswered;
}

const known = new WeakMap<object, Shown>();

/** Made once for all rules; absent while a file that it needs cannot be read. */
export const shownIn = (context: CheckContext): Shown | undefined => {
  const { pages } = context;
  if (!pages) return undefined;
  const made = known.get(pages) ?? look(context);
  if (made !== undefined) known.set(pages, made);
  return made;
};

/** Answers that something else than a question fills in. */
const filledIn = ({ manifest, pages }: CheckContext): Pointer[] => [
  ...(manifest?.prefill ?? []).map(({ to }) => to),
  ...(manifest?.task?.sends ?? []),
  ...(pages?.questions ?? []).flatMap(({ place, element }) => {
    const row = /^.*\/\*(?=\/)/.exec(place.answers)?.[0] ?? '';
    const { suggest, choicesFrom } = element?.options ?? {};
    return [suggest, choicesFrom].flatMap((each) => Object.keys(each?.fills ?? {}).map((pointer) => row + pointer));
  }),
];

const isAt = (place: Pointer, other: Pointer): boolean =>
  place === other || place.startsWith(`${other}/`) || other.startsWith(`${place}/`);

const look = (context: CheckContext): Shown | undefined => {
  const { pages, answers, checks } = context;
  if (!pages || !answers) return undefined;
  const filled = filledIn(context);
  const isFilled = ({ answers: at }: Place): boolean => filled.some((each) => isAt(at, each));
  const asked = new Map(pages.questions.map((question) => [question.place.answers, question]));
  const openChoices = new Set(
    pages.questions
      .filter(
        ({ element }) => element?.options?.['choices'] !== undefined || element?.options?.choicesFrom !== undefined,
      )
      .map(({ place }) => place.answers),
  );

  const factOf = (name: string): Fact | undefined => checks?.facts[name];
  const rangeOf = ({ leaf, base }: Want): ReturnType<typeof factValues> => {
    const target = scopeTarget(leaf.scope);
    if (target.kind === 'fact') {
      const fact = factOf(target.name);
      return fact && factValues(fact);
    }
    const place = placeOf(leaf.scope, base, answers);
    return place && answerValues(place, openChoices.has(place.answers));
  };

  /** Whether one answer or fact can be all that is wanted of it; a way out is to have no value. */
  const together = (wants: readonly Want[], answerable: CanBeAnswered): boolean => {
    const fit = (value: JsonValue | undefined): boolean =>
      wants.every(({ leaf, holds }) => holdsFor(leaf, value) === holds);
    if (fit(undefined)) return true;
    const [first] = wants;
    const place = first && placeOf(first.leaf.scope, first.base, answers);
    if (place !== undefined && !answerable(place)) return false;
    const range = first && rangeOf(first);
    // What names a value that cannot be is told by itself.
    if (range !== undefined && wants.some(({ leaf }) => unfit(leaf, '', range).length > 0)) return true;
    const values =
      range &&
      toTry(
        range,
        wants.map(({ leaf }) => leaf),
      );
    return values === undefined || values.some(fit);
  };
  const subject = ({ leaf, base }: Want): string => placeOf(leaf.scope, base, answers)?.answers ?? leaf.scope;

  const possible = (demands: readonly Demand[], answerable: CanBeAnswered = () => true): boolean =>
    ways(demands)?.some((way) => {
      const bySubject = Map.groupBy(way, subject);
      return [...bySubject.values()].every((wants) => together(wants, answerable));
    }) ?? true;

  // Whoever counter-signs is written in what nobody else can change.
  const isSigned = (context.manifest?.task?.counterSignature ?? 'none') !== 'none';
  const isOutOfReach = (place: Place): boolean => {
    if (isFilled(place)) return false;
    const question = asked.get(place.answers);
    if (question !== undefined) return question.control.element.options?.readonly === true && !isSigned;
    return pages.hidden.some((each) => place.answers === each || place.answers.startsWith(`${each}/`));
  };

  const reached = new Set<Pointer>();
  // What no rule speaks of by itself, as an object that is asked by its parts, is never in the way.
  const isAnswered = (place: Place): boolean =>
    isFilled(place) || reached.has(place.answers) || (!asked.has(place.answers) && !isOutOfReach(place));
  let waiting = pages.questions.filter(({ place }) => !isOutOfReach(place));
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    waiting = waiting.filter(({ place, control }) => {
      const can = possible(demandsOf(control), isAnswered);
      if (can) reached.add(place.answers);
      return !can;
    });
  }
  return { possible, isAnswered, isOutOfReach };
};
