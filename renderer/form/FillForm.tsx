import { useMemo } from 'react';
import { applicationErrand } from './errand.tsx';
import { Opening } from './Opening.tsx';
import { Staying } from './Staying.tsx';

interface FillFormProps {
  draftId: string;
  /** By default the page that was open last. */
  pageId?: string;
}

/** A form of the person's own being filled in. */
const FillForm = ({ draftId, pageId }: FillFormProps) => {
  const errand = useMemo(() => applicationErrand(draftId), [draftId]);
  return (
    <Staying>
      {({ id }) => (
        <Opening key={`${id} ${draftId}`} accountId={id} draftId={draftId} pageId={pageId} errand={errand} />
      )}
    </Staying>
  );
};

export default FillForm;
