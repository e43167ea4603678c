import type { ValueType } from '../../engine/author.ts';
import type { JsonValue } from '../../engine/json.ts';

/** Known values by dotted name, each with the plain words for where it comes from. */
export type KnownValues = Record<string, { value: JsonValue; from: string }>;

/** What each is that does not come from the council's case.json: of the person who fills a form in, and of the request by which it was sent. */
export const knownKinds: Readonly<Record<string, ValueType>> = {
  today: 'day',
  'draft.startedOn': 'day',
  'user.name': 'text',
  'user.firstName': 'text',
  'user.lastName': 'text',
  'user.email': 'text',
  'user.professional': 'boolean',
  'user.jobRole': 'text',
  'user.organisation': 'text',
  'user.phone': 'text',
  'user.address': 'object',
  'task.sentOn': 'day',
  'task.dueDate': 'day',
  'task.comments': 'text',
  'task.organisation': 'text',
};
