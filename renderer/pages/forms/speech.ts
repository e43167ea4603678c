import { queryOptions } from '@tanstack/react-query';
import { speechIn } from '../../form/words.ts';

/** The portal's words in a language. */
export const speechQuery = (language: string) =>
  queryOptions({ queryKey: ['speech', language], queryFn: () => speechIn(language), staleTime: Infinity });
