import type { Rule } from '../rule.ts';

export const taskDeclared: Rule = {
  id: 'task-declared',
  severity: 'error',
  about:
    'A form of "kind": "task" says under “task” how it is sent, and no other form does: an application is begun by whoever fills it in, and never sent.',
  hint: 'Add “task”, or take it out, or correct “kind”.',
  wrong: '"kind": "task", and no "task"',
  right: '"kind": "task", "task": { "due": "P4W", "assignTo": ["user"], "counterSignature": "none" }',
  check: ({ manifest }) => {
    if (manifest === undefined || (manifest.kind === 'task') === (manifest.task !== undefined)) return [];
    return manifest.kind === 'task'
      ? [{ file: 'form.json', pointer: '/kind', message: 'The form is a task and does not say how it is sent.' }]
      : [{ file: 'form.json', pointer: '/task', message: `The form is an ${manifest.kind}, which nobody sends.` }];
  },
};
