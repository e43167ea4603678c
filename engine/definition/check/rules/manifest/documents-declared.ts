import type { Rule } from '../rule.ts';

export const documentsDeclared: Rule = {
  id: 'documents-declared',
  severity: 'error',
  about:
    'The question that takes documents is the one that “attachments” of form.json names, which says what is accepted; there is one at most.',
  hint: 'Let “attachments.at” name the answer with "format": "files".',
  wrong: '"attachments": { "at": "/contacts", … }',
  right: '"attachments": { "at": "/documents", … }',
  check: ({ manifest, pages, answers }) => {
    if (!manifest || !pages || !answers) return [];
    const at = manifest.attachments?.at;
    const questions = pages.questions.filter(({ element }) => element?.options?.format === 'files');
    const named = questions.some(({ place }) => place.answers === at);
    const undeclared = questions
      .filter(({ place }) => place.answers !== at)
      .map(({ place, control }) => ({
        file: 'ui.json',
        pointer: control.at,
        message: `“attachments” does not say what “${place.path}” accepts.`,
      }));
    // A pointer to nothing, or to something that is no list, is told by itself.
    if (at === undefined || named || answers.find(at)?.schema.type !== 'array') return undeclared;
    return [
      ...undeclared,
      { file: 'form.json', pointer: '/attachments/at', message: `No question takes documents at “${at}”.` },
    ];
  },
};
