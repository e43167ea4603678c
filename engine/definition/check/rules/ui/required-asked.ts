import type { Rule } from '../rule.ts';

export const requiredAsked: Rule = {
  id: 'required-asked',
  severity: 'error',
  about: 'What is required is asked, or filled in by “prefill”; otherwise nobody could ever submit the form.',
  hint: 'Take it out of “required”, ask it on a page, or fill it in by “prefill” of form.json.',
  wrong: '"required": ["reference"], and "/reference" in options.hidden',
  right: '"required": []',
  check: ({ answers, pages, manifest }) => {
    if (!answers || !pages || !manifest) return [];
    const filled = manifest.prefill.map(({ to }) => to);
    return answers
      .all()
      .filter(({ answers: pointer, required }) => required && pages.hidden.includes(pointer))
      .filter(({ answers: pointer }) => !filled.includes(pointer))
      .map(({ at, path }) => ({
        file: 'schema.json',
        pointer: at,
        message: `“${path}” is required, but no page asks for it.`,
      }));
  },
};
