import type { Rule } from '../rule.ts';

const holding: readonly string[] = ['Group', 'VerticalLayout', 'HorizontalLayout'];

export const groupEmpty: Rule = {
  id: 'group-empty',
  severity: 'error',
  about: 'A group or layout has something in it; people would read a heading with nothing under it.',
  hint: 'Put a question or a Label into it, or take it out.',
  wrong: '{ "type": "Group", "i18n": "home", "elements": [] }',
  right: '{ "type": "Group", "i18n": "home", "elements": [{ "type": "Control", "scope": "#/properties/address" }] }',
  check: ({ pages }) =>
    (pages?.elements ?? [])
      .filter(({ element: { type, elements = [] } }) => holding.includes(type) && elements.length === 0)
      .map(({ element: { type, i18n }, at }) => ({
        file: 'ui.json',
        pointer: at,
        message: `Nothing stands in this ${type}${i18n === undefined ? '' : `, “${i18n}”`}.`,
      })),
};
