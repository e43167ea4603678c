import type { Schema, UiElement } from '../definition/model/definition.ts';
import { isObject, type JsonValue, type Pointer, textOf, toPointer } from '../json.ts';
import { firstText } from '../text/texts.ts';
import type { Choice, CompiledForm, Question, QuestionKind } from './form.ts';
import { kindOf } from './kind.ts';
import { propertyOf, resolve, type Resolved } from './resolve.ts';
import { controlPointer } from './scope.ts';

/** What stays the same while the questions of one form are made. */
export interface Making {
  root: Schema;
  text: CompiledForm['text'];
  pageId: string;
  /** Called for every question, nested ones too. */
  found: (question: Question) => void;
}

/** Where an element stands: the object whose properties its scope names. */
export interface Place {
  pointer: Pointer;
  resolved: Resolved;
}

const pathOf = (pointer: Pointer): string =>
  pointer
    .split('/')
    .filter((segment) => segment !== '' && segment !== '*')
    .join('.');

const isValue = (value: unknown): value is JsonValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value) || isObject(value);

const choiceValues = (
  kind: QuestionKind,
  schema: Schema,
  items: Schema | undefined,
  element: UiElement,
): JsonValue[] => {
  if (kind === 'choices') return items?.enum ?? [];
  if (kind === 'yesNo') return [true, false];
  if (kind !== 'choice') return [];
  const named = element.options?.['choices'];
  return [...(schema.enum ?? []), ...(Array.isArray(named) ? named.filter(isValue) : [])];
};

/** A layout that asks for every property in the schema's order. */
const layoutOf = (schema: Schema, leaveOut: readonly string[] = []): UiElement => ({
  type: 'VerticalLayout',
  elements: Object.keys(schema.properties ?? {})
    .filter((key) => !leaveOut.includes(key))
    .map((key) => ({ type: 'Control', scope: `#/properties/${key}` })),
});

/** Makes the question of one control, and of everything nested in it. The element in it is a copy with `options.detail` filled in. */
export const makeQuestion = (making: Making, element: UiElement, place: Place): Question => {
  const keys = controlPointer(element.scope).slice(1).split('/');
  let parent = place.resolved;
  let resolved = parent;
  for (const key of keys) {
    parent = resolved;
    const next = propertyOf(making.root, parent, key);
    if (next === undefined) throw new Error(`The scope ${element.scope ?? ''} names nothing in the schema`);
    resolved = next;
  }
  const key = keys.at(-1) ?? '';
  const need: Need = {
    required: parent.schema.required?.includes(key) ?? false,
    wanted: parent.schema.wanted?.includes(key) ?? false,
  };
  return makeAt(making, element, `${place.pointer}${toPointer(keys)}`, resolved, need);
};

type Need = Pick<Question, 'required' | 'wanted'>;

const makeAt = (making: Making, element: UiElement, pointer: Pointer, resolved: Resolved, need: Need): Question => {
  const { root, text } = making;
  const { schema } = resolved;
  const items = schema.items && resolve(root, schema.items, `${resolved.pointer}/items`);
  const kind = kindOf(schema, items?.schema, element.options);
  const textBases = [...(element.i18n === undefined ? [] : [element.i18n]), pathOf(pointer), ...resolved.i18n];
  const ownText = (suffix: string): string | undefined => firstText(text, textBases, suffix);
  const literal = typeof element.label === 'string' ? element.label : undefined;
  const help = ownText('help');
  const word = (value: JsonValue): string =>
    kind !== 'yesNo' ? textOf(value) : value === true ? (text('word.yes') ?? 'Yes') : (text('word.no') ?? 'No');
  const choices: Choice[] = choiceValues(kind, schema, items?.schema, element).map((value) => ({
    value,
    label: ownText(`option.${textOf(value)}`) ?? word(value),
  }));

  const inside = insideOf(kind, pointer, resolved, items);
  const detail = inside && copyLayout(making, element.options?.detail ?? inside.layout, inside.place);
  const question: Question = {
    pointer,
    kind,
    label: ownText('label') ?? literal ?? pathOf(pointer).split('.').at(-1) ?? '',
    ...(help === undefined ? {} : { help }),
    ...need,
    schema,
    schemaPointer: resolved.pointer,
    element:
      detail === undefined ? { ...element } : { ...element, options: { ...element.options, detail: detail.element } },
    pageId: making.pageId,
    textBases,
    ...(choices.length === 0 ? {} : { choices }),
    parts: kind === 'oneOf' ? branchesOf(making, element, pointer, resolved, need) : (detail?.questions ?? []),
  };
  making.found(question);
  return question;
};

/** Where the parts of a question stand and, unless it says so itself, how they are laid out. */
const insideOf = (
  kind: QuestionKind,
  pointer: Pointer,
  resolved: Resolved,
  items: Resolved | undefined,
): { place: Place; layout: UiElement } | undefined => {
  if (kind === 'group' || kind === 'fixedTable')
    return { place: { pointer, resolved }, layout: layoutOf(resolved.schema) };
  if (items === undefined || (kind !== 'table' && kind !== 'files')) return undefined;
  const place = { pointer: `${pointer}/*`, resolved: items };
  return { place, layout: layoutOf(items.schema, kind === 'files' ? ['file'] : []) };
};

const branchesOf = (
  making: Making,
  element: UiElement,
  pointer: Pointer,
  resolved: Resolved,
  need: Need,
): Question[] => {
  const keyword = resolved.schema.oneOf === undefined ? 'anyOf' : 'oneOf';
  return (resolved.schema[keyword] ?? []).map((schema, index) => {
    const branch = resolve(making.root, schema, `${resolved.pointer}/${keyword}/${index}`);
    const typed = branch.schema.type === undefined && branch.schema.properties !== undefined;
    const whole = typed ? { ...branch, schema: { ...branch.schema, type: 'object' as const } } : branch;
    const title = branch.schema['title'];
    const label = firstText(
      making.text,
      [...branch.i18n, pathOf(pointer)],
      branch.i18n.length > 0 ? 'label' : `option.${index}`,
    );
    const control: UiElement = { type: 'Control', ...(element.scope === undefined ? {} : { scope: element.scope }) };
    const found = (part: Question): void => (part.pointer === pointer ? undefined : making.found(part));
    const question = makeAt({ ...making, found }, control, pointer, whole, need);
    return { ...question, label: label ?? (typeof title === 'string' ? title : String(index + 1)) };
  });
};

/** A copy of a layout in which every control has been made a question; elements are never shared, so that each can be shown or hidden alone. */
export const copyLayout = (
  making: Making,
  element: UiElement,
  place: Place,
): { element: UiElement; questions: Question[] } => {
  if (element.type === 'Control') {
    const question = makeQuestion(making, element, place);
    return { element: question.element, questions: [question] };
  }
  if (element.elements === undefined) return { element: { ...element }, questions: [] };
  const children = element.elements.map((child) => copyLayout(making, child, place));
  return {
    element: { ...element, elements: children.map((child) => child.element) },
    questions: children.flatMap((child) => child.questions),
  };
};
