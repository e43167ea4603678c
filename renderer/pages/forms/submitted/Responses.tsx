import { formatDateTime } from '../../../../engine/index.ts';
import type { Submission } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { FileLinks } from '../../../parts/FileLinks.tsx';

/** What the council answered to a submitted form, the newest first, each with its documents. */
export const Responses = ({ submission: { id, responses = [] } }: { submission: Submission }) => {
  const { timeZone } = useService();
  if (responses.length === 0) return <>No response posted</>;
  return responses.toReversed().map(({ postedAt, text, documents, by }) => (
    <div key={postedAt} className="response">
      <span className="lines">{text}</span>
      <FileLinks files={documents} address={`/api/submissions/${id}/attachments`} label="Documents of the response" />
      <span className="row-note">
        {by}, {formatDateTime(postedAt, timeZone)}
      </span>
    </div>
  ));
};
