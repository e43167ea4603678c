/** Which questions of a form are kept from whom: by their own words, by those of the page or group around them, and by the council's. */
import type { CompiledForm } from '../compile/form.ts';
import { controlPointer } from '../compile/scope.ts';
import type { UiElement } from '../definition/model/definition.ts';
import { withoutRows, type Pointer } from '../json.ts';
import type { Party } from './party.ts';

/** By known name, such as `child.address`: from whom the council keeps what it holds under it. */
export type ConfidentialNames = Readonly<Record<string, readonly Party[]>>;

export interface ConfidentialQuestion {
  /** Rows of a table are `*`. */
  pointer: Pointer;
  from: readonly Party[];
}

const union = (one: readonly Party[], other: readonly Party[] = []): readonly Party[] =>
  other.length === 0 ? one : [...new Set([...one, ...other])];

/** The confidential questions of a form, in the order of its pages. What the council keeps is kept wherever a form fills it in, too. */
export const confidentialQuestions = (form: CompiledForm, names: ConfidentialNames = {}): ConfidentialQuestion[] => {
  const found = new Map<Pointer, readonly Party[]>();
  const note = (pointer: Pointer, from: readonly Party[]): void => {
    if (from.length > 0) found.set(pointer, union(found.get(pointer) ?? [], from));
  };
  const walk = (element: UiElement, base: Pointer, around: readonly Party[]): void => {
    const from = union(around, element.options?.confidentialFrom);
    for (const child of element.elements ?? []) walk(child, base, from);
    if (element.type !== 'Control') return;
    const pointer = withoutRows(base + controlPointer(element.scope));
    note(pointer, from);
    const detail = element.options?.detail;
    const kind = form.questionAt(pointer)?.kind;
    const rows = kind === 'table' || kind === 'files' ? `${pointer}/*` : pointer;
    if (detail !== undefined) walk(detail, rows, from);
  };
  for (const page of form.pages) walk(page.element, '', []);
  for (const { from, to } of form.definition.manifest.prefill)
    note(withoutRows(to), Object.hasOwn(names, from) ? (names[from] ?? []) : []);
  return [...found].map(([pointer, from]) => ({ pointer, from }));
};
