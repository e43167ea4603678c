import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatDay, formatTime } from '../../../engine/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { discardChanges } from '../open/open-draft.ts';
import type { OpenDraft } from '../open/opened.ts';
import { useSaving } from '../save-state.ts';
import { useFormT } from '../words.ts';

export type Leaving =
  /** Everything is on the server. */
  | 'kept'
  /** Some of it is only on this device. */
  | 'unsent'
  /** The person would rather not have changed anything. */
  | 'cancelled';

interface LeaveDialogProps {
  open: OpenDraft;
  leaving: Leaving;
  onStay: () => void;
}

/** Says what is kept and until when, before somebody goes. */
export const LeaveDialog = ({ open, leaving, onStay }: LeaveDialogProps) => {
  const [, navigate] = useLocation();
  const [discarding, setDiscarding] = useState(false);
  const { mode, service } = open;
  const { timeZone } = service;
  const t = useFormT();
  const until = useSaving(open, (state) => formatDay(state.expiresAt, timeZone, t.language));

  const discard = async (): Promise<void> => {
    setDiscarding(true);
    await discardChanges(open);
    navigate(mode.home);
  };
  const stay = <Button onClick={onStay}>{t('stay')}</Button>;
  if (leaving === 'kept')
    return (
      <Dialog title={mode.words.keptTitle} onClose={onStay}>
        <p>{mode.kept(until)}</p>
        <div className="actions">
          <Button look="primary" onClick={() => navigate(mode.list.href)}>
            {t('leave')}
          </Button>
          {stay}
        </div>
      </Dialog>
    );
  if (leaving === 'unsent')
    return (
      <Dialog title={t('unsent.title')} onClose={onStay}>
        <p>{t('unsent.text')}</p>
        <div className="actions">
          {stay}
          <Button onClick={() => navigate(mode.home)}>{t('leave')}</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('discard.title')} onClose={onStay}>
      <p>{t('discard.text', { at: formatTime(open.opened().at, timeZone) })}</p>
      <div className="actions">
        <Button look="danger" onClick={() => void discard()} busy={discarding} busyText={t('discarding')}>
          {t('discard')}
        </Button>
        <Button onClick={() => navigate(mode.home)}>{t('keepAndLeave')}</Button>
        {stay}
      </div>
    </Dialog>
  );
};
