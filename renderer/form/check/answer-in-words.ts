import { printDocument, type AnswerContext, type CompiledForm } from '../../../engine/index.ts';
import { isObject, type JsonObject, type JsonValue, textOf } from '../../../engine/json.ts';

/** One top-level answer as a person reads it, put among `others`. Rows of a table stand under each other. */
export const answerInWords = (
  form: CompiledForm,
  context: AnswerContext,
  timeZone: string,
  others: JsonObject,
  key: string,
  value: JsonValue | undefined,
): string => {
  const nothing = form.text('word.noAnswer') ?? 'No answer';
  if (value === undefined) return nothing;
  const documents = documentNames(value);
  if (documents !== undefined) return documents;
  const { sections } = printDocument(form, { ...others, [key]: value }, context, {
    status: 'draft',
    copy: 'council',
    timeZone,
    omitEmpty: false,
  });
  const block = sections
    .flatMap(({ blocks }) => blocks)
    .find((each) => 'pointer' in each && each.pointer === `/${key}`);
  if (block?.kind === 'answer') return block.lines.join('\n') || nothing;
  if (block?.kind === 'table') return block.rows.map((row) => row.filter(Boolean).join(' · ')).join('\n') || nothing;
  return typeof value === 'string' ? value : nothing;
};

/** `undefined` where the answer is no list of documents. */
const documentNames = (value: JsonValue): string | undefined => {
  if (!Array.isArray(value)) return undefined;
  const names = value.filter(isObject).flatMap(({ file }) => (isObject(file) ? [textOf(file['name'])] : []));
  return names.length > 0 ? names.join('\n') : undefined;
};
