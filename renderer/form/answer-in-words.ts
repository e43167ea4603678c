import { printDocument, type AnswerContext, type CompiledForm } from '../../engine/index.ts';
import { isObject, type JsonObject, type JsonValue } from '../../engine/json.ts';

const NOTHING = 'No answer';

/** One top-level answer as a person reads it, put among `others`. Rows of a table stand under each other. */
export const answerInWords = (
  form: CompiledForm,
  context: AnswerContext,
  timeZone: string,
  others: JsonObject,
  key: string,
  value: JsonValue | undefined,
): string => {
  if (value === undefined) return NOTHING;
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
  if (block?.kind === 'answer') return block.lines.join('\n') || NOTHING;
  if (block?.kind === 'table') return block.rows.map((row) => row.filter(Boolean).join(' · ')).join('\n') || NOTHING;
  return typeof value === 'string' ? value : NOTHING;
};

/** `undefined` where the answer is no list of documents. */
const documentNames = (value: JsonValue): string | undefined => {
  if (!Array.isArray(value)) return undefined;
  const names = value.filter(isObject).flatMap(({ file }) => (isObject(file) ? [String(file['name'])] : []));
  return names.length > 0 ? names.join('\n') : undefined;
};
