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
import { sentence, useFormT } from '../words.ts';

interface InterruptionsProps {
  open: OpenDraft;
  reopen: () => void;
}

/** What a person must know or decide before their words can go on being saved. */
export const Interruptions = ({ open, reopen }: InterruptionsProps) => {
  const { saving } = open;
  const t = useFormT();
  const phase = useSaving(open, (state) => state.phase);
  const conflict = useSyncExternalStore(saving.subscribe, saving.conflict);
  if (conflict) return <ConflictDialog open={open} merge={conflict} />;
  if (phase === 'signedOut') return <SignedOut />;
  if (phase === 'gone') return <Gone open={open} />;
  if (phase === 'refused')
    return (
      <Notice kind="danger" role="alert">
        <p>{t('refused.text')}</p>
      </Notice>
    );
  if (phase === 'full')
    return (
      <Notice kind="danger" role="alert">
        <p>{sentence(t('full.save'), { place: <Link href="/recover">{t('full.place')}</Link> })}</p>
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
  const t = useFormT();
  return (
    <Dialog title={t('takenOver.title')} onClose={reopen} alert>
      <p>{t('takenOver.text')}</p>
      <div className="actions">
        <Button look="primary" onClick={reopen} data-autofocus>
          {t('takenOver.go')}
        </Button>
      </div>
    </Dialog>
  );
};

/** Said until the person goes to another page. */
const Restored = ({ open: { restoredFrom, service } }: Pick<InterruptionsProps, 'open'>) => {
  const [location] = useLocation();
  const [first] = useState(location);
  const t = useFormT();
  if (restoredFrom === undefined || location !== first) return null;
  return (
    <Notice role="status">
      <p>{t('restored', { at: formatDateTime(restoredFrom, service.timeZone, t.language) })}</p>
    </Notice>
  );
};

const SignedOut = () => {
  const [, navigate] = useLocation();
  const [read, setRead] = useState(false);
  const t = useFormT();
  const signIn = () => navigate(signInAddress());
  if (!read)
    return (
      <Dialog title={t('signedOut.title')} onClose={() => setRead(true)} alert>
        <p>{t('signedOut.text')}</p>
        <div className="actions">
          <Button look="primary" onClick={signIn} data-autofocus>
            {t('signIn')}
          </Button>
          <Button onClick={() => setRead(true)}>{t('stayHere')}</Button>
        </div>
      </Dialog>
    );
  return (
    <Notice kind="warning">
      <p>{t('signedOut.notice')}</p>
      <Button onClick={signIn}>{t('signIn')}</Button>
    </Notice>
  );
};
