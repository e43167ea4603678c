import { farOver, type CompiledForm } from '../../../engine/index.ts';
import type { JsonObject, JsonValue } from '../../../engine/json.ts';
import { problem } from '../../core/errors.ts';

/** All answers of one draft together, as JSON in UTF-8. */
export const maxAnswerBytes = 2 * 1024 * 1024;

/** Size in bytes as JSON in UTF-8. */
export const bytesOf = (value: JsonValue | undefined): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value), 'utf8');

/** Throws answers-far-over with each place that the engine does not keep even in a draft. */
export const refuseFarOver = (form: CompiledForm, answers: JsonObject): void => {
  const errors = farOver(form, answers).map(({ pointer, message, page, label, keyword }) => ({
    pointer: pointer.slice(0, 400),
    message,
    page,
    label,
    keyword,
  }));
  if (errors.length > 0) throw problem('answers-far-over', { errors });
};
