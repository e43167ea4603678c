import { queryOptions } from '@tanstack/react-query';
import { localeIn } from '../words.ts';

/** The portal's words in a language. */
export const localeQuery = (language: string) =>
  queryOptions({ queryKey: ['locale', language], queryFn: () => localeIn(language), staleTime: Infinity });
