import { Fragment, useState, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDateTime } from '../../engine/index.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import { FormChanged } from './FormChanged.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import type { OpenDraft } from './open-draft.ts';
import { signInAddress } from './places.ts';
import { useSaving } from './save-state.ts';

interface InterruptionsProps {
  open: OpenDraft;
  reopen: () => void;
}

/** What a person must know or decide before their words can go on being saved. */
export const Interruptions = ({ open, reopen }: InterruptionsProps) => {
  const { saving } = open;
  const phase = useSaving(open, (state) => state.phase);
  const conflict = useSyncExternalStore(saving.subscribe, saving.conflict);
  if (conflict) return <ConflictDialog open={open} merge={conflict} />;
  if (phase === 'signedOut') return <SignedOut />;
  if (phase === 'gone')
    return (
      <Notice kind="danger" role="alert">
        <p>
          This form can no longer be changed: it was submitted or deleted, or its time was over. What you see here is
          not saved. Look under{' '}
          {open.errand.past.map(({ href, label }, index) => (
            <Fragment key={href}>
              {index > 0 && ' or '}
              <Link href={href}>{label}</Link>
            </Fragment>
          ))}
          .
        </p>
      </Notice>
    );
  if (phase === 'refused')
    return (
      <Notice kind="danger" role="alert">
        <p>
          What you wrote last could not be saved. It may be more than one form can hold. Make it shorter, or put the
          longest text in a document; saving is tried again when you change something.
        </p>
      </Notice>
    );
  if (phase === 'renewed') return <TakenOver reopen={reopen} />;
  return (
    <>
      <Restored open={open} />
      <FormChanged open={open} />
    </>
  );
};

/** What is typed after the draft went on elsewhere is kept on this device, and goes along when the form is opened anew. */
const TakenOver = ({ reopen }: { reopen: () => void }) => (
  <Dialog title="This form has changed" onClose={reopen} alert>
    <p>You went on with it in another window, in a newer version of the form. What you wrote here was taken along.</p>
    <div className="actions">
      <Button look="primary" onClick={reopen} data-autofocus>
        Go on in the newer version
      </Button>
    </div>
  </Dialog>
);

/** Said until the person goes to another page. */
const Restored = ({ open: { restoredFrom, service } }: Pick<InterruptionsProps, 'open'>) => {
  const [location] = useLocation();
  const [first] = useState(location);
  if (restoredFrom === undefined || location !== first) return null;
  return (
    <Notice role="status">
      <p>
        What you wrote here on {formatDateTime(restoredFrom, service.timeZone)} could not be sent then. It is back, and
        is being saved.
      </p>
    </Notice>
  );
};

const SignedOut = () => {
  const [, navigate] = useLocation();
  const [read, setRead] = useState(false);
  const signIn = () => navigate(signInAddress());
  if (!read)
    return (
      <Dialog title="You have been signed out" onClose={() => setRead(true)} alert>
        <p>
          What you have written is kept on this device. Sign in again, and it is sent and you go on where you are now.
        </p>
        <div className="actions">
          <Button look="primary" onClick={signIn} data-autofocus>
            Sign in
          </Button>
          <Button onClick={() => setRead(true)}>Stay on this page</Button>
        </div>
      </Dialog>
    );
  return (
    <Notice kind="warning">
      <p>You are signed out. What you write is kept on this device only.</p>
      <Button onClick={signIn}>Sign in</Button>
    </Notice>
  );
};
