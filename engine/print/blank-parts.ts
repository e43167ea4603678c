/** The small pieces of a form on paper, and which neighbours stand under one rule. */
import type { UiElement } from '../definition/model/definition.ts';
import { stableJson } from '../json.ts';
import type { AskedQuestion, BlankBlock } from './blank-document.ts';
import { asksItself } from './when.ts';

/** Neighbours that follow one rule, by themselves; everything else alone. */
export const together = (elements: readonly UiElement[]): UiElement[][] => {
  const runs: UiElement[][] = [];
  for (const element of elements) {
    const last = runs.at(-1);
    const before = last?.[0];
    const same =
      element.type === 'Control' &&
      before?.type === 'Control' &&
      element.rule !== undefined &&
      before.rule !== undefined &&
      stableJson(element.rule) === stableJson(before.rule) &&
      !asksItself(element.rule, element.scope);
    if (last !== undefined && same) last.push(element);
    else runs.push([element]);
  }
  return runs;
};

export const withoutRule = ({ rule: _, ...element }: UiElement): UiElement => element;

/** Questions with what is said of all of them. */
export const bracket = (when: string[], blocks: BlankBlock[]): AskedQuestion => ({
  kind: 'asked',
  pointer: '',
  question: '',
  required: false,
  help: [],
  when,
  room: { kind: 'parts', blocks },
});

export const note = (text: string): BlankBlock => ({ kind: 'note', text });
