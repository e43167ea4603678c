import type { Rule } from '../rule.ts';

export const jsonDuplicateKey: Rule = {
  id: 'json-duplicate-key',
  severity: 'error',
  about: 'A name stands once in an object. JSON readers keep one of two and say nothing.',
  hint: 'Remove or rename one of the two.',
  wrong: '{ "firstName.label": "First name", "firstName.label": "Name" }',
  right: '{ "firstName.label": "First name", "lastName.label": "Surname" }',
  check: ({ sources }) =>
    [...sources.values()].flatMap(({ path, faults }) =>
      faults
        .filter(({ kind }) => kind === 'duplicate')
        .map(({ pointer, offset, message }) => ({ file: path, pointer, offset, message })),
    ),
};
