/** The schema of a form's answers as an integrator meets them: what a rule can hide may be absent, and every question says its label. */
import type { CompiledForm, Question, Schema, UiElement } from '../../engine/index.ts';
import { fromPointer, isObject, toPointer, type JsonObject, type JsonValue, type Pointer } from '../../engine/json.ts';

const nodeAt = (root: JsonValue, pointer: Pointer): { node: JsonObject; pointer: Pointer } | undefined => {
  let node: JsonValue | undefined = root;
  for (const segment of fromPointer(pointer)) {
    if (Array.isArray(node)) node = node[Number(segment)];
    else node = isObject(node) ? node[segment] : undefined;
  }
  if (!isObject(node)) return undefined;
  const named = node['$ref'];
  return typeof named === 'string' ? nodeAt(root, named.slice(1)) : { node, pointer };
};

/** The controls that a rule, their own or that of something around them, can hide. */
const hideable = (element: UiElement, inherited = false, found = new Set<UiElement>()): Set<UiElement> => {
  const here = inherited || element.rule?.effect === 'SHOW' || element.rule?.effect === 'HIDE';
  if (here) found.add(element);
  for (const child of element.elements ?? []) hideable(child, here, found);
  return found;
};

const relax = (parent: JsonObject, key: string): void => {
  const { required } = parent;
  if (Array.isArray(required)) parent['required'] = required.filter((each) => each !== key);
};

/** The object whose properties a question's parts are. */
const insideOf = (root: JsonValue, { kind, schemaPointer }: Question): Pointer | undefined =>
  nodeAt(root, kind === 'table' || kind === 'files' ? `${schemaPointer}/items` : schemaPointer)?.pointer;

/** A copy of the form's schema; see above. */
export const answerSchema = ({ definition, pages }: CompiledForm): Schema => {
  const root: JsonValue = JSON.parse(JSON.stringify(definition.schema)) as JsonValue;

  const visit = (question: Question, keys: readonly string[], container: Pointer, hidden: Set<UiElement>): void => {
    let place = container;
    for (const key of keys) {
      const parent = nodeAt(root, place);
      if (parent === undefined) return;
      if (hidden.has(question.element)) relax(parent.node, key);
      place = `${parent.pointer}/properties${toPointer([key])}`;
    }
    const own = fromPointer(place).reduce<JsonValue | undefined>(
      (node, segment) => (isObject(node) ? node[segment] : Array.isArray(node) ? node[Number(segment)] : undefined),
      root,
    );
    if (isObject(own) && own['$ref'] === undefined) own['description'] ??= question.label;
    within(question);
  };

  const within = (question: Question): void => {
    if (question.kind === 'oneOf') {
      question.parts.forEach(within);
      return;
    }
    const { detail } = question.element.options ?? {};
    const inside = insideOf(root, question);
    if (detail === undefined || inside === undefined) return;
    const hidden = hideable(detail);
    for (const part of question.parts) {
      const start = question.pointer + (question.kind === 'table' || question.kind === 'files' ? '/*' : '');
      visit(part, fromPointer(part.pointer.slice(start.length)), inside, hidden);
    }
  };

  for (const { element, questions } of pages) {
    const hidden = hideable(element);
    for (const question of questions) visit(question, fromPointer(question.pointer), '', hidden);
  }
  return isObject(root) ? root : {};
};
