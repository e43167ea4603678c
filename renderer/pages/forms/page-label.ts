import { useQueries } from '@tanstack/react-query';
import { lookUp } from '../../../engine/index.ts';
import type { DraftSummary } from '../../../wire/form.ts';
import { definitionQuery } from '../../api/records.ts';

type Form = DraftSummary['form'];

/** The names of forms’ pages as people read them; empty while a form is not here yet, or has no such page. */
export const usePageLabel = (forms: readonly Form[]): ((form: Form, page: string) => string) => {
  const distinct = [...new Map(forms.map((form) => [form.hash, form])).values()];
  const definitions = useQueries({ queries: distinct.map(definitionQuery) });
  return (form, page) => {
    const found = definitions[distinct.findIndex(({ hash }) => hash === form.hash)]?.data?.definition;
    return (found && lookUp(found.texts, 'en')(`page.${page}.label`)) ?? '';
  };
};
