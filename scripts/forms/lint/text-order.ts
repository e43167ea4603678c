/** The order in which the texts of a form are met: the manifest, the names of the pages, what stands on each page from top to bottom, the checks. */
import { textOf } from '../../../engine/json.ts';
import type { CompiledForm, Question, UiElement } from '../../../engine/index.ts';

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

const suffixes = ['label', 'help', 'text', 'add', 'rows', 'option', 'error'];

/** The keys that stand under a base, its label first, choices in their own order. */
const under = (base: string, keys: readonly string[], choices: readonly string[]): string[] => {
  const rank = (key: string): number => {
    const rest = key.slice(base.length + 1);
    const suffix = suffixes.indexOf(rest.split('.')[0] ?? '');
    const choice = choices.indexOf(rest.replace(/^option\./, ''));
    return suffix * 10_000 + (choice === -1 ? 0 : choice);
  };
  return keys
    .filter((key) => key.startsWith(`${base}.`) && suffixes.includes(key.slice(base.length + 1).split('.')[0] ?? ''))
    .sort((one, other) => rank(one) - rank(other));
};

/** The same keys, in the order in which the form meets them; what it does not meet stands last, in the order given. */
export const textOrder = (form: CompiledForm, keys: readonly string[]): string[] => {
  const ordered = new Set<string>();
  const known = new Set(keys);
  const meet = (met: readonly string[]): void => met.forEach((key) => known.has(key) && ordered.add(key));

  const question = ({ textBases, choices, kind, element, parts }: Question): void => {
    const codes =
      kind === 'oneOf' ? parts.map((_, index) => String(index)) : (choices ?? []).map(({ value }) => textOf(value));
    for (const base of textBases) meet(under(base, keys, codes));
    if (kind === 'oneOf') parts.forEach(question);
    else if (element.options?.detail !== undefined) layout(element.options.detail, parts);
  };
  const layout = (element: UiElement, questions: readonly Question[]): void => {
    const asked = questions.find((each) => each.element === element);
    if (asked !== undefined) question(asked);
    else if (element.i18n !== undefined) meet(under(element.i18n, keys, []));
    for (const child of element.elements ?? []) layout(child, questions);
  };

  const { manifest, checks } = form.definition;
  meet(stringsIn(manifest));
  for (const { element } of form.pages) meet(under(element.i18n ?? '', keys, []));
  for (const { element, questions } of form.pages) layout(element, questions);
  meet(checks.checks.map(({ id }) => `check.${id}`));
  return [...ordered, ...keys.filter((key) => !ordered.has(key))];
};
