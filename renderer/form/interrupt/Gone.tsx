import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { unsentIn } from '../check/unsent.ts';
import type { OpenDraft } from '../open/opened.ts';
import { sentence, useFormSay } from '../words.ts';
import { UnsentWords } from './UnsentWords.tsx';

/** The form went away under somebody who was typing: said where they are, with what they wrote last, and then at the top. */
export const Gone = ({ open }: { open: OpenDraft }) => {
  const [read, setRead] = useState(false);
  const [unsent] = useState(() => unsentIn(open));
  const say = useFormSay();
  const what = (
    <>
      <p>
        {sentence(say('gone.text'), {
          places: open.mode.past.map(({ href, label }, index) => (
            <Fragment key={href}>
              {index > 0 && say('or')}
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
    <Dialog title={say('gone.title')} onClose={() => setRead(true)} alert>
      {what}
      <div className="actions">
        <Button look="primary" onClick={() => setRead(true)} data-autofocus>
          {say('close')}
        </Button>
      </div>
    </Dialog>
  );
};
