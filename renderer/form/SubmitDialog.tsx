import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { OpenDraft } from './open-draft.ts';
import { submitDraft } from './submit-draft.ts';

interface SubmitDialogProps {
  open: OpenDraft;
  onClose: () => void;
  /** The server found something wrong that must be mended first. */
  onProblems: () => void;
}

/** The last question before a form goes. It may be pressed again after a lost reply: one form makes one submission. */
export const SubmitDialog = ({ open, onClose, onProblems }: SubmitDialogProps) => {
  const { form, draft } = open;
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const submit = async (): Promise<void> => {
    setSending(true);
    setFailure(undefined);
    const outcome = await submitDraft(open);
    if (outcome.is === 'submitted') {
      await Promise.all(
        ['drafts', 'submissions', 'people'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
      return navigate(`/submitted?new=${outcome.submission.id}`);
    }
    setSending(false);
    if (outcome.is === 'problems') onProblems();
    else if (outcome.is === 'unsettled') onClose();
    else setFailure(outcome.message);
  };

  const close = (): void => {
    if (!sending) onClose();
  };
  const { confirm, title } = form.definition.manifest;
  return (
    <Dialog title={form.text(title) ?? draft.form.title} onClose={close}>
      <p>{form.text(confirm.question)}</p>
      {failure !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{failure}</p>
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" onClick={() => void submit()} busy={sending} busyText="Submitting…" data-autofocus>
          Submit
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </Dialog>
  );
};
