import { useQuery } from '@tanstack/react-query';
import { mailQuery } from '../../api/portal.ts';
import { Notice } from '../../parts/Notice.tsx';

/** Tells whoever needs a code that emails are late, while they are. */
export const MailLate = () => {
  const mail = useQuery(mailQuery);
  if (mail.data?.late !== true) return null;
  return (
    <Notice kind="warning" role="status">
      <p>
        Emails are taking longer than usual. Your code may take some minutes to reach you. If it comes too late, ask for
        a new one.
      </p>
    </Notice>
  );
};
