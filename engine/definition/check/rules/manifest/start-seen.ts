import type { Rule } from '../rule.ts';

export const startSeen: Rule = {
  id: 'start-seen',
  severity: 'warning',
  about:
    'What stands before the first page, under “start”, is shown to whoever begins an application. A task is opened from a list or a mail, at its first page: nobody sees it there.',
  hint: 'Say it in a Label on the first page, and leave the lists under “start” empty.',
  wrong: '"kind": "task", "start": { "paragraphs": ["start.who"], … }',
  right: 'ui.json: { "type": "Label", "i18n": "first.intro" } on the first page',
  check: ({ manifest }) =>
    manifest?.kind === 'task'
      ? (['paragraphs', 'ready', 'links'] as const)
          .filter((list) => (manifest.start?.[list] ?? []).length > 0)
          .slice(0, 1)
          .map((list) => ({
            file: 'form.json',
            pointer: `/start/${list}`,
            message: `Nobody who is sent this form sees what stands under “start”.`,
          }))
      : [],
};
