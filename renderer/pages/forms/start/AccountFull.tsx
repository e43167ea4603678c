import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftSummary } from '../../../../wire/form.ts';
import { draftsQuery } from '../../../api/records.ts';
import { useFormT } from '../../../form/words.ts';
import { DeleteDraft } from '../drafts/DeleteDraft.tsx';
import { DraftTable } from '../drafts/DraftTable.tsx';

/** Which saved forms somebody could delete whose account holds no more of them; `onRoom` when one was. */
export const AccountFull = ({ onRoom }: { onRoom: () => void }) => {
  const t = useFormT();
  const { data = [] } = useQuery(draftsQuery);
  const [asked, setAsked] = useState<DraftSummary>();
  const oldestFirst = data.toSorted((one, other) => one.savedAt.localeCompare(other.savedAt));
  return (
    <section id="account-full" aria-labelledby="account-full-title">
      <h2 id="account-full-title">{t('full.title')}</h2>
      <p>{t('full.help')}</p>
      <div lang="en">
        <DraftTable drafts={oldestFirst} onDelete={setAsked} />
      </div>
      {asked && (
        <DeleteDraft
          draft={asked}
          onClose={() => setAsked(undefined)}
          onDeleted={() => {
            setAsked(undefined);
            onRoom();
          }}
        />
      )}
    </section>
  );
};
