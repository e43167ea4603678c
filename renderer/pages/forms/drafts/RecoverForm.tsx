import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DraftSummary } from '../../../../wire/form.ts';
import { draftsQuery } from '../../../api/records.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { DeleteDraft } from './DeleteDraft.tsx';
import { DraftTable } from './DraftTable.tsx';
import '../forms.css';

const Nothing = () => (
  <>
    <p>You have no saved forms. A form you start is saved as you go, and you can find it here until you submit it.</p>
    <div className="actions">
      <ButtonLink href="/" look="primary">
        See all forms
      </ButtonLink>
    </div>
  </>
);

/** Says what was deleted and takes focus, since the button that was pressed is gone with its row. */
const Deleted = ({ draft: { subject, form } }: { draft: DraftSummary }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="success" role="status">
        <p>
          {form.title}
          {subject && ` for ${subject}`} was deleted.
        </p>
      </Notice>
    </div>
  );
};

/** Forms that were saved and not submitted yet. */
const RecoverForm = () => {
  const query = useQuery(draftsQuery);
  const [asked, setAsked] = useState<DraftSummary>();
  const [deleted, setDeleted] = useState<DraftSummary>();
  return (
    <>
      <PageTitle>Recover a form</PageTitle>
      {deleted && <Deleted draft={deleted} key={deleted.id} />}
      <Loaded query={query}>
        {(drafts) =>
          drafts.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <p>
                These forms are saved and not submitted yet. Each is deleted on the date beside it; every time you save,
                it is kept longer.
              </p>
              <DraftTable drafts={drafts} onDelete={setAsked} />
            </>
          )
        }
      </Loaded>
      {asked && (
        <DeleteDraft
          draft={asked}
          onClose={() => setAsked(undefined)}
          onDeleted={() => {
            setAsked(undefined);
            setDeleted(asked);
          }}
        />
      )}
    </>
  );
};

export default RecoverForm;
