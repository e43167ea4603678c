import type { SubmissionSummary } from '../../../wire/form.ts';
import { dayOf } from './days-left.ts';

/** Whether there is a response to a submitted form, in words for a list. */
export const responseOf = ({ response }: SubmissionSummary, timeZone: string): string =>
  response ? `Response of ${dayOf(response.postedAt, timeZone)}` : 'No response posted';
