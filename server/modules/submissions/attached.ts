/** The documents that answers refer to, held against those that were really uploaded. */
import { editor, isObject, toPointer, valueAt, fromPointer } from '../../../engine/json.ts';
import type { JsonObject, JsonValue, Pointer } from '../../../engine/json.ts';
import type { Problem } from '../../../engine/index.ts';
import type { AttachmentDocument } from '../drafts/index.ts';

export interface Attached {
  /** With name, size and kind of each file as the store knows them, whatever the browser sent. */
  answers: JsonObject;
  used: AttachmentDocument[];
  problems: Pick<Problem, 'pointer' | 'keyword' | 'message'>[];
}

/** The ids of the files in the list at `at`, with the row each stands in. */
export const fileIdsAt = (answers: JsonValue, at: Pointer): { id: string; row: number }[] => {
  const rows = valueAt(answers, at);
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row, index) => {
    const file = isObject(row) ? row['file'] : undefined;
    const id = isObject(file) ? file['id'] : undefined;
    return typeof id === 'string' ? [{ id, row: index }] : [];
  });
};

const nameIn = (answers: JsonValue, pointer: Pointer): string => {
  const name = valueAt(answers, `${pointer}/name`);
  return typeof name === 'string' ? name.slice(0, 200) : 'A document';
};

/** Each file must be one of `uploaded` (this draft's) and have passed the scanner; the first of a repeated file counts. */
export const attached = (answers: JsonObject, at: Pointer, uploaded: readonly AttachmentDocument[]): Attached => {
  const problems: Attached['problems'] = [];
  const used = new Set<AttachmentDocument>();
  const known = new Map(uploaded.map((each) => [each._id, each]));
  const changed = editor(answers);
  for (const { id, row } of fileIdsAt(answers, at)) {
    const pointer = toPointer([...fromPointer(at), row, 'file']);
    const problem = (keyword: string, message: string): void => {
      problems.push({ pointer, keyword, message });
    };
    const document = known.get(id);
    const name = document?.name ?? nameIn(answers, pointer);
    if (document === undefined) problem('missing', `“${name}” is no longer here. Remove it and upload it again.`);
    else if (used.has(document)) problem('repeated', `“${name}” stands here twice. Remove one of the two.`);
    else if (document.state === 'infected') {
      problem('infected', `“${name}” holds a virus and was not kept. Remove it, and upload a clean copy.`);
    } else if (document.state === 'waiting') {
      problem('waiting', `“${name}” is still being checked for viruses. Wait a few minutes, then submit again.`);
    } else {
      used.add(document);
      const file = { id, name: document.name, bytes: document.bytes, mediaType: document.mediaType };
      changed.put(pointer, file);
    }
  }
  const result = changed.result();
  return { answers: isObject(result) ? result : answers, used: [...used], problems };
};
