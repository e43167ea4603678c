import type { CompiledForm } from '../../../engine/index.ts';
import type { PageState } from '../../../wire/form.ts';
import type { Upload } from '../uploads/queue.ts';

/** How far a page has come, as the list of pages shows it: one on which a document has an error is not done. */
export const pageSign =
  (form: CompiledForm, states: Readonly<Record<string, PageState>>, queue: readonly Pick<Upload, 'phase'>[]) =>
  (id: string): PageState | 'untouched' => {
    const { attachments } = form.definition.manifest;
    const refused = attachments !== undefined && queue.some(({ phase }) => phase === 'failed');
    if (refused && form.questionAt(attachments.at)?.pageId === id) return 'problems';
    return states[id] ?? 'untouched';
  };
