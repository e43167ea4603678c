import type { Rule } from '../rule.ts';

export const publishedUnchanged: Rule = {
  id: 'published-unchanged',
  severity: 'error',
  about:
    'A published version never changes: people have drafts of it, and submissions are shown by it for years. forms.lock holds its SHA-256.',
  hint: 'Take the change back, then make it in a new version: npm run forms -- new-version <form>.',
  wrong: 'an edit in forms/holiday-club/1.0.0 after it was published',
  right: 'the same edit in forms/holiday-club/1.0.1',
  check: ({ publishedHash, hash }) =>
    publishedHash === undefined || publishedHash === hash
      ? []
      : [
          {
            file: 'form.json',
            pointer: '/version',
            message: 'This version was published and its files have changed since.',
          },
        ],
};
