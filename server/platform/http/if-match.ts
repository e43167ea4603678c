/** `If-Match: "<revision>"`: a change is made only to the state that its author has seen. */
import { problem } from '../../core/errors.ts';
import type { Call } from './route.ts';

/** The revision that the request names. Throws `revision-needed` when it names none. */
export const ifMatch = ({ header }: Pick<Call, 'header'>): number => {
  const found = /^"?(\d{1,15})"?$/.exec(header('If-Match')?.trim() ?? '')?.[1];
  if (found === undefined) throw problem('revision-needed');
  return Number(found);
};

/** The `ETag` that belongs to a revision. */
export const etag = (revision: number): Record<string, string> => ({ ETag: `"${revision}"` });
