import { valueAt } from '../../../engine/json.ts';
import type { JsonValue } from '../../../engine/json.ts';
import type { FormManifest } from '../../../engine/index.ts';

/** The team that a submission goes to: a fixed one, or by an answer. */
export const teamFor = (routing: FormManifest['routing'], answers: JsonValue): string => {
  if ('team' in routing) return routing.team;
  const answer = valueAt(answers, routing.at);
  const key = typeof answer === 'string' ? answer : '';
  return Object.hasOwn(routing.teams, key) ? (routing.teams[key] ?? routing.otherwise) : routing.otherwise;
};
