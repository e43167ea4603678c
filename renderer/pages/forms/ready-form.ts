import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { SubmissionSummary } from '../../../wire/form.ts';
import { definitionQuery } from '../../api/records.ts';
import { readyForm } from '../../form/open/form-validators.ts';

/** The version of a form with which something was submitted, ready to show its answers; in a language where it has texts in it. */
export const readyFormQuery = (queries: QueryClient, form: SubmissionSummary['form'], language = 'en') =>
  queryOptions({
    queryKey: ['ready-form', form.hash, language],
    queryFn: async () => {
      const { definition, validators } = await queries.query(definitionQuery(form));
      return readyForm(definition, validators, language);
    },
    staleTime: Infinity,
    // It is made of functions and maps, which cannot be compared.
    structuralSharing: false,
  });
