import { expect, test } from 'vitest';
import type { SubmissionSummary } from '../../../../wire/form.ts';
import { captionOf } from './last-days.ts';

const submission = (visibleUntil: string): SubmissionSummary => ({
  id: visibleUntil,
  reference: 'FW-1',
  form: { id: 'trout', version: '1.0.0', hash: 'h', title: 'Trout' },
  subject: '',
  submittedAt: '2026-10-20T10:00:00Z',
  visibleUntil,
  response: null,
  submittedBy: '',
  team: '',
});

test('the list says for how long forms stand in it, unless that differs', () => {
  // The clocks change in between, which makes it an hour less or more.
  expect(captionOf([submission('2026-11-19T11:00:00Z')])).toBe('Recently submitted forms (last 30 days)');
  expect(captionOf([submission('2026-11-19T10:00:00Z'), submission('2026-12-19T10:00:00Z')])).toBe(
    'Recently submitted forms',
  );
});
