import { pageIdOf } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

const ID = /^page\.[A-Za-z][A-Za-z0-9_-]*$/;

export const pageId: Rule = {
  id: 'page-id',
  severity: 'error',
  about:
    'Every page is a Category with "i18n": "page.<id>"; the id is part of its address, stands once, and is not “check”, where answers are checked.',
  hint: 'Give the page an id of its own.',
  wrong: '{ "type": "Category", "elements": [ … ] }',
  right: '{ "type": "Category", "i18n": "page.child", "elements": [ … ] }',
  check: ({ ui, pages }) => {
    const seen = new Set<string>();
    return (pages ? (ui?.elements ?? []) : []).flatMap((page) => {
      const pointer = pages?.originOf(page) ?? '';
      const told = (message: string, hint?: string) => [
        { file: 'ui.json', pointer, message, ...(hint === undefined ? {} : { hint }) },
      ];
      if (page.type !== 'Category')
        return told(`A page is a Category, not a ${page.type}.`, 'Put it into a Category, which is a page.');
      if (!ID.test(page.i18n ?? '')) return told('This page has no id.');
      const id = pageIdOf(page);
      if (id === 'check') return told('“check” is where answers are checked; a page cannot be called so.');
      if (seen.has(id)) return told(`Two pages are called “${id}”.`);
      seen.add(id);
      return (page.elements ?? []).length === 0
        ? told(`The page “${id}” is empty.`, 'Put questions or a Label on it, or take the page out.')
        : [];
    });
  },
};
