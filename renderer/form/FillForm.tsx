import { useMemo } from 'react';
import { applicationMode } from './open/fill-mode.tsx';
import { Opening } from './open/Opening.tsx';
import { RequireSignIn } from './open/RequireSignIn.tsx';

interface FillFormProps {
  draftId: string;
  /** By default the page that was open last. */
  pageId?: string;
}

/** A form of the person's own being filled in. */
const FillForm = ({ draftId, pageId }: FillFormProps) => {
  const mode = useMemo(() => applicationMode(draftId), [draftId]);
  return (
    <RequireSignIn>
      {({ id }) => <Opening key={`${id} ${draftId}`} accountId={id} draftId={draftId} pageId={pageId} mode={mode} />}
    </RequireSignIn>
  );
};

export default FillForm;
