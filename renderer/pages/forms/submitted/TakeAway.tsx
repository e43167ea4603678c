import { useMutation } from '@tanstack/react-query';
import type { Submission } from '../../../../wire/form.ts';
import { call } from '../../../api/client.ts';
import { useAccount } from '../../../api/person.ts';
import { saveFile } from '../../../api/save-file.ts';
import { Button } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';

/** What can be done with a submitted form: print, save as PDF, mail oneself a link to it. */
export const TakeAway = ({ submission: { id, reference } }: { submission: Submission }) => {
  const email = useAccount()?.email;
  const pdf = useMutation({ mutationFn: () => saveFile(`/api/submissions/${id}/pdf`, `${reference}.pdf`) });
  const link = useMutation({ mutationFn: () => call('POST', `/api/submissions/${id}/email`) });
  return (
    <div className="no-print">
      <div className="actions take-away">
        <Button onClick={() => window.print()}>Print</Button>
        <Button onClick={() => pdf.mutate()} busy={pdf.isPending} busyText="Creating the PDF…">
          Save as PDF
        </Button>
        <Button onClick={() => link.mutate()} busy={link.isPending} busyText="Sending…">
          Email me a link
        </Button>
      </div>
      <div role="status">
        {pdf.isPending && <span className="visually-hidden">Creating the PDF</span>}
        {pdf.isSuccess && <span className="visually-hidden">The PDF was saved</span>}
        {link.isSuccess && (
          <Notice kind="success">
            <p>We have sent a link to {email}. It opens this form after you sign in.</p>
          </Notice>
        )}
      </div>
      {[pdf.error, link.error].map(
        (error) =>
          error && (
            <Notice kind="warning" role="alert" key={error.message}>
              <p>{error.message}</p>
            </Notice>
          ),
      )}
    </div>
  );
};
