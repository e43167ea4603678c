import { useState, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDateTime } from '../../../engine/index.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { FormChanged } from './FormChanged.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { Gone } from './Gone.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { signInAddress } from '../page/places.ts';
import { useSaving } from '../save-state.ts';
import { sentence, useFormSay } from '../words.ts';

interface InterruptionsProps {
  open: OpenDraft;
  reopen: () => void;
}

/** What a person must know or decide before their words can go on being saved. */
export const Interruptions = ({ open, reopen }: InterruptionsProps) => {
  const { saving } = open;
  const say = useFormSay();
  const phase = useSaving(open, (state) => state.phase);
  const conflict = useSyncExternalStore(saving.subscribe, saving.conflict);
  if (conflict) return <ConflictDialog open={open} merge={conflict} />;
  if (phase === 'signedOut') return <SignedOut />;
  if (phase === 'gone') return <Gone open={open} />;
  if (phase === 'refused')
    return (
      <Notice kind="danger" role="alert">
        <p>{say('refused.text')}</p>
      </Notice>
    );
  if (phase === 'full')
    return (
      <Notice kind="danger" role="alert">
        <p>{sentence(say('full.save'), { place: <Link href="/recover">{say('full.place')}</Link> })}</p>
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

/** What is typed after the draft went on elsewhere is kept on this device, and goes along when the form is opened again. */
const TakenOver = ({ reopen }: { reopen: () => void }) => {
  const say = useFormSay();
  return (
    <Dialog title={say('takenOver.title')} onClose={reopen} alert>
      <p>{say('takenOver.text')}</p>
      <div className="actions">
        <Button look="primary" onClick={reopen} data-autofocus>
          {say('takenOver.go')}
        </Button>
      </div>
    </Dialog>
  );
};

/** Said until the person goes to another page. */
const Restored = ({ open: { restoredFrom, service } }: Pick<InterruptionsProps, 'open'>) => {
  const [location] = useLocation();
  const [first] = useState(location);
  const say = useFormSay();
  if (restoredFrom === undefined || location !== first) return null;
  return (
    <Notice role="status">
      <p>{say('restored', { at: formatDateTime(restoredFrom, service.timeZone, say.language) })}</p>
    </Notice>
  );
};

const SignedOut = () => {
  const [, navigate] = useLocation();
  const [read, setRead] = useState(false);
  const say = useFormSay();
  const signIn = () => navigate(signInAddress());
  if (!read)
    return (
      <Dialog title={say('signedOut.title')} onClose={() => setRead(true)} alert>
        <p>{say('signedOut.text')}</p>
        <div className="actions">
          <Button look="primary" onClick={signIn} data-autofocus>
            {say('signIn')}
          </Button>
          <Button onClick={() => setRead(true)}>{say('stayHere')}</Button>
        </div>
      </Dialog>
    );
  return (
    <Notice kind="warning">
      <p>{say('signedOut.notice')}</p>
      <Button onClick={signIn}>{say('signIn')}</Button>
    </Notice>
  );
};
