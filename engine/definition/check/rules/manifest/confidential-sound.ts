import { toPointer } from '../../../../json.ts';
import type { Finding } from '../../problem.ts';
import type { Rule } from '../rule.ts';

export const confidentialSound: Rule = {
  id: 'confidential-sound',
  severity: 'error',
  about:
    'What is kept from people is a question that can be kept: not the name of whom the form is about, which stands in every list, and not words, which everybody can read; kinds of document are kinds that there are.',
  hint: 'Take “confidentialFrom” out here, and put it at the questions that are to be kept.',
  wrong: '{ "scope": "#/properties/firstName", "options": { "confidentialFrom": ["parent"] } }',
  right: '{ "scope": "#/properties/refuge", "options": { "confidentialFrom": ["parent"] } }',
  check: ({ manifest, pages, answers }) => {
    if (!manifest || !pages || !answers) return [];
    const { subject, attachments } = manifest;
    const named = [subject.firstName, subject.lastName];
    const keeps = (options: { confidentialFrom?: readonly string[] } | undefined): boolean =>
      (options?.confidentialFrom ?? []).length > 0;
    const names = pages.questions
      .filter(({ place }) => named.includes(place.answers))
      .filter(({ element, control }) =>
        [element, control.element, ...control.around].some((each) => keeps(each?.options)),
      )
      .map(({ place, control }): Finding => ({
        file: 'ui.json',
        pointer: control.at,
        message: `“${place.path}” is the name of whom the form is about, which stands in every list.`,
      }));
    const words = pages.elements
      .filter(({ element }) => element.type === 'Label' && element.options?.confidentialFrom !== undefined)
      .map(({ at }): Finding => ({
        file: 'ui.json',
        pointer: `${at}/options/confidentialFrom`,
        message: 'Words are part of the form, which everybody can read.',
      }));
    const table = attachments === undefined ? undefined : answers.find(attachments.at);
    const kind = table && answers.childrenOf(answers.rowOf(table)).find(({ answers: at }) => at.endsWith('/kind'));
    const kinds = (kind?.schema.enum ?? []).map(String);
    const unknown = Object.keys(attachments?.confidentialFrom ?? {})
      .filter((name) => !kinds.includes(name))
      .map((name): Finding => ({
        file: 'form.json',
        pointer: `/attachments/confidentialFrom${toPointer([name])}`,
        message: `There is no kind of document “${name}”.`,
      }));
    return [...names, ...words, ...unknown];
  },
};
