import { useState } from 'react';
import { formatDateTime } from '../../../../engine/index.ts';
import type { Case } from '../../../../wire/case.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { Failure } from '../parts/Failure.tsx';

/** Whether the case is kept, whatever the retention schedule says, and why. */
export const CaseHold = ({ found }: { found: Case }) => {
  const { timeZone } = useService();
  const [asking, setAsking] = useState(false);
  const address = `/api/cases/${found.id}/hold` as const;
  const keep = useChange((reason: string) => change('PUT', address, undefined, { reason }));
  const end = useChange(() => change('DELETE', address, undefined));
  return (
    <section>
      <h2>Keeping this case</h2>
      {found.hold === undefined ? (
        <p>It will be removed when the council’s retention schedule says.</p>
      ) : (
        <p className="lines">
          Keep: {found.hold.reason} ({found.hold.by}, {formatDateTime(found.hold.at, timeZone)})
        </p>
      )}
      <div className="actions">
        {found.hold === undefined ? (
          <Button onClick={() => setAsking(true)}>Keep this case</Button>
        ) : (
          <Button busy={end.isPending} onClick={() => end.mutate()}>
            No longer keep it
          </Button>
        )}
      </div>
      <Failure error={end.error} />
      {asking && (
        <AskDialog
          title="Keep this case"
          action="Keep it"
          text={{ label: 'Why', required: 'Enter why it must be kept', maxLength: 500 }}
          run={({ text }) => keep.mutateAsync(text)}
          onClose={() => setAsking(false)}
        >
          <p>Nothing that belongs to it will be removed until somebody ends this.</p>
        </AskDialog>
      )}
    </section>
  );
};
