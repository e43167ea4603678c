/** The text keys that a manifest names, and where. */
import type { FormManifest } from './definition.ts';
import type { Pointer } from '../../json.ts';

export interface NamedText {
  key: string;
  pointer: Pointer;
}

export const manifestTexts = (manifest: FormManifest): NamedText[] => {
  const { title, summary, group, family, start, task, confirm, pdf, mail } = manifest;
  const at = (pointer: Pointer, key: string): NamedText => ({ pointer, key });
  return [
    at('/title', title),
    at('/summary', summary),
    at('/group', group),
    ...(family ? [at('/family/title', family.title), at('/family/question', family.question)] : []),
    ...(start?.paragraphs ?? []).map((key, index) => at(`/start/paragraphs/${index}`, key)),
    ...(start?.ready ?? []).map((key, index) => at(`/start/ready/${index}`, key)),
    ...(start?.links ?? []).map(({ text }, index) => at(`/start/links/${index}/text`, text)),
    ...(task?.counterSignedBy ?? []).map((key, index) => at(`/task/counterSignedBy/${index}`, key)),
    at('/confirm/button', confirm.button),
    at('/confirm/question', confirm.question),
    at('/pdf/title', pdf.title),
    at('/pdf/header', pdf.header),
    at('/pdf/classification', pdf.classification),
    ...pdf.cover.map(({ label }, index) => at(`/pdf/cover/${index}/label`, label)),
    ...Object.entries(mail).flatMap(([event, { subject, body }]) => [
      at(`/mail/${event}/subject`, subject),
      at(`/mail/${event}/body`, body),
    ]),
  ];
};
