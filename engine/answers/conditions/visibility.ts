import type { AnswerContext, CompiledForm } from '../../compile/form.ts';
import { controlPointer } from '../../compile/scope.ts';
import type { Rule, UiElement } from '../../definition/model/definition.ts';
import { isObject, sameJson, valueAt, withoutRows, type JsonObject, type Pointer } from '../../json.ts';
import { compact, isBlank } from '../blank.ts';
import { holds, type Scene } from './condition.ts';
import { factsOf } from '../facts.ts';
import { tidy } from '../normalise.ts';
import { without } from '../without.ts';

/** What is shown of a form for some answers. `base` is the pointer of the row or group in which an element of a `detail` is drawn. */
export interface Visibility {
  /** Elements are those of the compiled pages, not of the definition. */
  shows: (element: UiElement, base?: Pointer) => boolean;
  /** May be changed; a hidden element is not enabled either. */
  enabled: (element: UiElement, base?: Pointer) => boolean;
  /** The question at this place, or one around it, is hidden. */
  hides: (pointer: Pointer) => boolean;
  /** Must be answered: the question at this place is required, always or by its `requiredWhen` as things are now. */
  requires: (pointer: Pointer) => boolean;
  /** The places of shown questions that `requiredWhen` makes required now, whether answered or not; in the order of the pages. */
  requiredNow: Pointer[];
  /** The places of shown questions that are wanted, whether answered or not; in the order of the pages. */
  wantedNow: Pointer[];
  /** Answers given to questions that are hidden now, in rows too; outermost only. */
  hiddenAnswers: Pointer[];
}

interface Look {
  shown: boolean;
  enabled: boolean;
}

type State = Map<Pointer, Map<UiElement, Look>>;

interface Seen {
  state: State;
  hidden: Pointer[];
  required: Pointer[];
  wanted: Pointer[];
}

/** Rules that depend on one another in a circle may never settle; by then the form's author has been told. */
const MOST_ROUNDS = 30;

const rows = (value: unknown, at: Pointer): Pointer[] =>
  Array.isArray(value) ? value.map((_, index) => `${at}/${index}`) : [];

/** Tells elements that are not asked of whoever looks: such questions, and whatever asks nothing but such. */
const notAskedIn = ({ notAsked = [] }: AnswerContext): ((element: UiElement, base: Pointer) => boolean) => {
  if (notAsked.length === 0) return () => false;
  const places = new Set(notAsked);
  const is = (element: UiElement, base: Pointer): boolean => {
    if (element.type === 'Control') return places.has(withoutRows(base + controlPointer(element.scope)));
    const asking = (element.elements ?? []).filter(asks);
    return asking.length > 0 && asking.every((child) => is(child, base));
  };
  return is;
};

const asks = ({ type, elements = [] }: UiElement): boolean => type === 'Control' || elements.some(asks);

/** One look at all rules, with the answers of questions that were hidden in the last look taken out. */
const look = (form: CompiledForm, all: JsonObject, counted: JsonObject, context: AnswerContext): Seen => {
  const state: State = new Map();
  const shownAt = new Set<Pointer>();
  const hiddenAt = new Set<Pointer>();
  const requiredAt = new Set<Pointer>();
  const wantedAt = new Set<Pointer>();
  const { validators } = form;
  const notAsked = notAskedIn(context);
  const whole = compact(counted).answers;
  const fact = factsOf(form.definition.checks.facts, whole, context);
  const top: Scene = { root: whole, fact, validators, known: new Map() };

  const sceneAt = (base: Pointer): Scene => {
    const part = valueAt(counted, base);
    return { ...top, root: isObject(part) ? compact(part).answers : {} };
  };
  const set = (element: UiElement, base: Pointer, is: Look): void => {
    const here = state.get(base) ?? new Map<UiElement, Look>();
    state.set(base, here.set(element, is));
  };
  /** By the rules alone: what stands in a layout, and the controls among it in their order. */
  const judge = (element: UiElement, base: Pointer, scene: Scene, around: Look): UiElement[] => {
    const { rule } = element;
    const asked = (...effects: Rule['effect'][]): boolean => rule !== undefined && effects.includes(rule.effect);
    const held = rule !== undefined && holds(rule.condition, scene);
    const shown = around.shown && !(asked('SHOW') && !held) && !(asked('HIDE') && held) && !notAsked(element, base);
    const free = !(asked('ENABLE') && !held) && !(asked('DISABLE') && held) && element.options?.readonly !== true;
    const is = { shown, enabled: around.enabled && shown && free };
    set(element, base, is);
    const within = (element.elements ?? []).flatMap((child) => judge(child, base, scene, is));
    return element.type === 'Control' ? [element] : within;
  };
  const isShown = (element: UiElement, base: Pointer): boolean => state.get(base)?.get(element)?.shown === true;
  /** Shows what was answered and stands nowhere by the rules, each answer once, with all that it stands in. */
  const reveal = (elements: readonly UiElement[], base: Pointer, controls: readonly UiElement[]): void => {
    const at = (control: UiElement): Pointer => base + controlPointer(control.scope);
    const places = new Set(controls.filter((control) => isShown(control, base)).map(at));
    const show = (element: UiElement): boolean => {
      const inside = (element.elements ?? []).map(show).includes(true);
      const place = element.type === 'Control' ? at(element) : undefined;
      const alone = place !== undefined && !places.has(place) && !isBlank(valueAt(all, place));
      if (alone) places.add(place);
      if (alone || (inside && !isShown(element, base))) set(element, base, { shown: true, enabled: false });
      return inside || alone;
    };
    elements.forEach(show);
  };
  /** All that has its answers at the same base; a `detail` is a place of its own. */
  const walk = (elements: readonly UiElement[], base: Pointer, scene: Scene, around: Look): void => {
    const controls = elements.flatMap((element) => judge(element, base, scene, around));
    if (context.nothingHidden === true && around.shown) reveal(elements, base, controls);
    for (const control of controls) {
      const is = state.get(base)?.get(control) ?? around;
      const pointer = base + controlPointer(control.scope);
      (is.shown ? shownAt : hiddenAt).add(pointer);
      const { detail, requiredWhen } = control.options ?? {};
      if (is.shown && requiredWhen !== undefined && holds(requiredWhen, scene)) requiredAt.add(pointer);
      const question = form.questionAt(pointer);
      if (is.shown && question?.wanted === true) wantedAt.add(pointer);
      if (detail === undefined) continue;
      const kind = question?.kind;
      const places = kind === 'table' || kind === 'files' ? rows(valueAt(all, pointer), pointer) : [pointer];
      for (const place of places) walk([detail], place, sceneAt(place), is);
    }
  };

  walk(
    form.pages.map(({ element }) => element),
    '',
    top,
    { shown: true, enabled: true },
  );
  const hidden = [...hiddenAt].filter((pointer) => !shownAt.has(pointer));
  return { state, hidden, required: [...requiredAt], wanted: [...wantedAt] };
};

/**
 * What is shown for these answers. An answer counts for the rules of others only while its own question is shown, so hiding one question
 * hides what depends on it. What is hidden keeps its answer; `hiddenAnswers` names it.
 */
export const visibility = (form: CompiledForm, answers: JsonObject, context: AnswerContext): Visibility => {
  const all = tidy(form, answers);
  let seen = look(form, all, all, context);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = look(form, all, without(all, seen.hidden), context);
    const settled = sameJson(next.hidden, seen.hidden);
    seen = next;
    if (settled) break;
  }
  const { state } = seen;
  const required = new Set(seen.required);
  const hidden = new Set(seen.hidden);
  const hides = (pointer: Pointer): boolean => {
    for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/')))
      if (hidden.has(place)) return true;
    return false;
  };
  const parent = (pointer: Pointer): Pointer => pointer.slice(0, pointer.lastIndexOf('/'));
  return {
    shows: (element, base = '') => state.get(base)?.get(element)?.shown ?? true,
    enabled: (element, base = '') => state.get(base)?.get(element)?.enabled ?? true,
    hides,
    requires: (pointer) => required.has(pointer) || form.questionAt(pointer)?.required === true,
    requiredNow: seen.required,
    wantedNow: seen.wanted,
    hiddenAnswers: [...hidden].filter((pointer) => valueAt(all, pointer) !== undefined && !hides(parent(pointer))),
  };
};

/** The places of answers that are hidden whichever way one looks. */
export const hiddenInAll = (views: readonly Pick<Visibility, 'hides' | 'hiddenAnswers'>[]): Pointer[] =>
  [...new Set(views.flatMap(({ hiddenAnswers }) => hiddenAnswers))].filter((place) =>
    views.every(({ hides }) => hides(place)),
  );
