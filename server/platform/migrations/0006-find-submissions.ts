import { searchWords } from '../../../engine/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { Migration } from './migration.ts';
import { textAt, withKeys } from './with-keys.ts';

/** Without the key by which older releases found it. */
const withoutOldKey = (submission: JsonObject): JsonObject | undefined => {
  if (submission['subjectKey'] === undefined) return undefined;
  const { subjectKey: _, ...rest } = submission;
  return rest;
};

export const findSubmissions: Migration = {
  number: 6,
  name: 'find-submissions',
  why: 'What came in is found by every word of a name, not by the beginning of the whole name.',
  collection: 'submissions',
  change: (submission) => {
    const words = searchWords(`${textAt(submission, 'firstName')} ${textAt(submission, 'lastName')}`);
    const found = withKeys(submission, { words });
    return withoutOldKey(found ?? submission) ?? found;
  },
};
