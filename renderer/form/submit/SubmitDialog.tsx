import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { Signature, signatureOf, type SignatureGiven } from './Signature.tsx';
import { submitDraft } from './submit-draft.ts';
import { useFormT } from '../words.ts';

interface SubmitDialogProps {
  open: OpenDraft;
  onClose: () => void;
  /** The server found something wrong that must be fixed first. */
  onProblems: () => void;
}

/** The last question before a form goes. It may be pressed again after a lost reply: one form makes one submission. */
export const SubmitDialog = ({ open, onClose, onProblems }: SubmitDialogProps) => {
  const { form, draft, mode } = open;
  const t = useFormT();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [signing] = useState(() => mode.signing?.());
  const [hindrance] = useState(() => mode.hindrance?.());
  const [signature, setSignature] = useState<SignatureGiven>(() => signatureOf(signing));

  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => void open.hasUnsentElsewhere().then(setElsewhere), [open]);

  const submit = async (): Promise<void> => {
    const role = signature.role.trim();
    if (signing && (signature.signs === undefined || (signature.signs && role === ''))) {
      setSignature({ ...signature, missing: true });
      return;
    }
    setSending(true);
    setFailure(undefined);
    const outcome = await submitDraft(open, t, signing && signature.signs ? () => signing.sign(role) : undefined);
    if (outcome.is === 'submitted') {
      await Promise.all(
        ['drafts', 'submissions', 'people', 'tasks', 'task'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      );
      navigate(outcome.address);
      return;
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
  if (hindrance !== undefined)
    return (
      <Dialog title={form.text(title) ?? draft.form.title} onClose={onClose}>
        {hindrance}
        <div className="actions">
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={form.text(title) ?? draft.form.title} onClose={close}>
      <p>{form.text(confirm.question)}</p>
      {signing && <Signature signing={signing} given={signature} onChange={setSignature} />}
      {elsewhere && (
        <Notice kind="warning" role="status">
          <p>{t('submit.elsewhere')}</p>
        </Notice>
      )}
      {failure !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{failure}</p>
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" onClick={() => void submit()} busy={sending} busyText={t('submitting')} data-autofocus>
          {t('submit')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </Dialog>
  );
};
