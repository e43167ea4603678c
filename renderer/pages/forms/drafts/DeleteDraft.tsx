import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '../../../../engine/index.ts';
import type { DraftSummary } from '../../../../wire/form.ts';
import { call, ProblemError } from '../../../api/client.ts';
import { forgetUnsent } from '../../../api/forget-unsent.ts';
import { useService } from '../../../api/person.ts';
import { draftsQuery } from '../../../api/records.ts';
import { sentence, useFormT } from '../../../form/words.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Notice } from '../../../parts/Notice.tsx';

/** One that is gone already is as good as deleted. */
const remove = async (id: string): Promise<void> => {
  try {
    await call('DELETE', `/api/drafts/${id}`);
  } catch (error) {
    if (!(error instanceof ProblemError && [404, 410].includes(error.body.status))) throw error;
  }
};

interface DeleteDraftProps {
  draft: DraftSummary;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks before a saved form is thrown away. */
export const DeleteDraft = ({ draft, onClose, onDeleted }: DeleteDraftProps) => {
  const t = useFormT();
  const { timeZone } = useService();
  const at = formatDateTime(draft.savedAt, timeZone, t.language);
  const queries = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => remove(draft.id),
    onSuccess: async () => {
      await forgetUnsent((unsent) => unsent.forgetDraft(draft.id));
      queries.setQueryData(draftsQuery.queryKey, (drafts) => drafts?.filter(({ id }) => id !== draft.id));
      onDeleted();
      await queries.invalidateQueries(draftsQuery);
    },
  });
  return (
    <Dialog title={t('delete.title')} onClose={onClose} alert>
      <p>
        {sentence(t(draft.subject === '' ? 'delete.what' : 'delete.whose', { subject: draft.subject, at }), {
          form: <strong lang="en">{draft.form.title}</strong>,
        })}
      </p>
      <p>{t('delete.text')}</p>
      {deletion.error && (
        <Notice kind="danger" role="alert">
          <p>{deletion.error.message}</p>
        </Notice>
      )}
      <div className="actions">
        <Button
          look="danger"
          busy={deletion.isPending}
          busyText={t('delete.deleting')}
          onClick={() => deletion.mutate()}
        >
          {t('delete.delete')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('delete.keep')}
        </Button>
      </div>
    </Dialog>
  );
};
