import { fileKind } from '../../../package/package.ts';
import type { Rule } from '../rule.ts';

export const exampleThere: Rule = {
  id: 'example-there',
  severity: 'warning',
  about:
    'A form has an example of answers that are accepted: it proves that the form can be submitted at all, and says so again after every change.',
  hint: 'Add examples/complete.json with answers as people give them and "expect": { "outcome": "accepted" }.',
  wrong: 'no file in examples/, or only such as are rejected',
  right: 'examples/complete.json: "expect": { "outcome": "accepted" }',
  check: ({ sources, examples }) => {
    const written = [...sources.keys()].filter((path) => fileKind(path) === 'example');
    if (written.length === 0)
      return [{ file: 'form.json', pointer: '', message: 'No example says what comes of answers to this form.' }];
    const all = Object.entries(examples);
    // One that cannot be read is told by itself.
    if (all.length < written.length || all.some(([, { expect }]) => expect.outcome === 'accepted')) return [];
    return all.slice(0, 1).map(([file]) => ({
      file,
      pointer: '/expect/outcome',
      message: 'No example of this form is accepted.',
    }));
  },
};
