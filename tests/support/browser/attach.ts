/** Documents of any name for a form that asks for some. */
import type { CompiledForm } from '../../../engine/index.ts';
import { isObject, type JsonObject } from '../../../engine/json.ts';
import { expectStatus, upload } from '../angling.ts';
import { pdf } from '../files.ts';
import type { SignedIn } from '../portal.ts';

/** Answers without their documents, and what a draft has to be set to once documents of these names are attached to it. */
export const documentsApart = (
  form: CompiledForm,
  answers: JsonObject,
): { others: JsonObject; attach: (person: SignedIn, draft: string, names: string[]) => Promise<JsonObject> } => {
  const asked = form.questions.find(({ kind }) => kind === 'files');
  const key = asked?.pointer.slice(1) ?? '';
  const { [key]: examples, ...others } = answers;
  const kinds = (Array.isArray(examples) ? examples : []).filter(isObject);
  return {
    others,
    attach: async (person, draft, names) => {
      const rows: JsonObject[] = [];
      // One of each kind that the other answers speak of, and more.
      for (let at = 0; at < Math.max(names.length, kinds.length); at += 1) {
        const name = `${at}${names[at % names.length] ?? ''}`;
        const { scan: _, ...file } = expectStatus(await upload(person, draft, name, pdf), 201);
        rows.push({ ...kinds[at % kinds.length], ...{ file: { ...file } } });
      }
      return asked === undefined ? {} : { [key]: [...kinds.filter(({ file }) => file === undefined), ...rows] };
    },
  };
};
