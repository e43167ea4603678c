import type { SubmissionSummary } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { dayOf } from '../drafts/days-left.ts';

/** Whether there is a response to a submitted form, for a list. */
export const ResponseLine = ({ response }: Pick<SubmissionSummary, 'response'>) => {
  const { timeZone } = useService();
  if (!response) return <>No response posted</>;
  return (
    <>
      Posted <span className="nowrap">{dayOf(response.postedAt, timeZone)}</span>
    </>
  );
};
