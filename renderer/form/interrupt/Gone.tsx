import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { unsentIn } from '../check/unsent.ts';
import type { OpenDraft } from '../open/opened.ts';
import { sentence, useFormT } from '../words.ts';
import { UnsentWords } from './UnsentWords.tsx';

/** The form went away under somebody who was typing: said where they are, with what they wrote last, and then at the top. */
export const Gone = ({ open }: { open: OpenDraft }) => {
  const [read, setRead] = useState(false);
  const [unsent] = useState(() => unsentIn(open));
  const t = useFormT();
  const what = (
    <>
      <p>
        {sentence(t('gone.text'), {
          places: open.mode.past.map(({ href, label }, index) => (
            <Fragment key={href}>
              {index > 0 && t('or')}
              <Link href={href}>{label}</Link>
            </Fragment>
          )),
        })}
      </p>
      {unsent.length > 0 && <UnsentWords unsent={unsent} />}
    </>
  );
  if (read) return <Notice kind="danger">{what}</Notice>;
  return (
    <Dialog title={t('gone.title')} onClose={() => setRead(true)} alert>
      {what}
      <div className="actions">
        <Button look="primary" onClick={() => setRead(true)} data-autofocus>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
};
