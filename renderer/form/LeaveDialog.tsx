import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { discardChanges, type OpenDraft } from './open-draft.ts';
import { dayOf, timeOf, useSaving } from './save-state.ts';

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
  const { errand, service } = open;
  const { timeZone } = service;
  const until = useSaving(open, (state) => dayOf(state.expiresAt, timeZone));

  const discard = async (): Promise<void> => {
    setDiscarding(true);
    await discardChanges(open);
    navigate(errand.home);
  };
  const stay = <Button onClick={onStay}>Go on filling in</Button>;
  if (leaving === 'kept')
    return (
      <Dialog title={errand.words.keptTitle} onClose={onStay}>
        <p>{errand.kept(until)}</p>
        <div className="actions">
          <Button look="primary" onClick={() => navigate(errand.list.href)}>
            Leave this form
          </Button>
          {stay}
        </div>
      </Dialog>
    );
  if (leaving === 'unsent')
    return (
      <Dialog title="Some of your answers are only on this device" onClose={onStay}>
        <p>
          They could not be sent to the service just now. They will be sent when you open this form again on this device
          while you are online.
        </p>
        <div className="actions">
          {stay}
          <Button onClick={() => navigate(errand.home)}>Leave this form</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="Do you want to discard what you changed?" onClose={onStay}>
      <p>
        You opened this form at {timeOf(open.opened().at, timeZone)}. What you have written since then is saved. If you
        discard it, your answers become what they were; this cannot be undone. Documents stay as they are now.
      </p>
      <div className="actions">
        <Button look="danger" onClick={() => void discard()} busy={discarding} busyText="Discarding…">
          Discard changes
        </Button>
        <Button onClick={() => navigate(errand.home)}>Keep changes and leave</Button>
        {stay}
      </div>
    </Dialog>
  );
};
