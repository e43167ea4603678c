import type { Recipient } from '../../../../wire/task.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { AwayWords } from './Recipients.tsx';
import { instead, type Away } from './recipients.ts';

interface AwayDialogProps {
  absent: Recipient;
  away: Away;
  chosen: readonly Recipient[];
  onInstead: (to: readonly Recipient[]) => void;
  onDespite: () => void;
  onClose: () => void;
}

/** Asks what to do about somebody who is away, before the form goes out. */
export const AwayDialog = ({ absent, away, chosen, onInstead, onDespite, onClose }: AwayDialogProps) => (
  <Dialog alert title={`${absent.name} is away`} onClose={onClose}>
    <AwayWords name={absent.name} away={away} />
    <p>This form has not been sent yet.</p>
    <div className="actions">
      {away.instead && (
        <Button look="primary" data-autofocus onClick={() => onInstead(instead(chosen, absent))}>
          Send to {away.instead.name} instead
        </Button>
      )}
      <Button onClick={onDespite}>Send to {absent.name} anyway</Button>
      <Button look="quiet" onClick={onClose}>
        Go back
      </Button>
    </div>
  </Dialog>
);
