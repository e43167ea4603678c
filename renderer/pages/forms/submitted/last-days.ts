import type { SubmissionSummary } from '../../../../wire/form.ts';

const aDay = 24 * 60 * 60_000;

const daysShown = ({ submittedAt, visibleUntil }: SubmissionSummary): number =>
  Math.round((Date.parse(visibleUntil) - Date.parse(submittedAt)) / aDay);

/** Heading of a list of submissions; says for how many days they stand in it, where that is the same for all. */
export const captionOf = (submissions: readonly SubmissionSummary[]): string => {
  const [days, ...others] = new Set(submissions.map(daysShown));
  return days !== undefined && others.length === 0
    ? `Recently submitted forms (last ${days} days)`
    : 'Recently submitted forms';
};
