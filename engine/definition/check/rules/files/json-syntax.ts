import type { Rule } from '../rule.ts';

export const jsonSyntax: Rule = {
  id: 'json-syntax',
  severity: 'error',
  about:
    'Every file is strict JSON, without comments and without a comma before a closing bracket, so that every program can read it.',
  hint: 'Fix the place shown; an editor that knows JSON marks it too.',
  wrong: '{ "id": "holiday-club", }',
  right: '{ "id": "holiday-club" }',
  check: ({ sources }) =>
    [...sources.values()].flatMap(({ path, faults }) =>
      faults
        .filter(({ kind }) => kind === 'syntax')
        .map(({ pointer, offset, message, hint }) => ({
          file: path,
          pointer,
          offset,
          message,
          ...(hint === undefined ? {} : { hint }),
        })),
    ),
};
