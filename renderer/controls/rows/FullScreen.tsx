import { useState, type ReactNode } from 'react';
import { useTools } from '../../form/filling-context.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useFormT } from '../../form/words.ts';

interface FullScreenProps {
  title: string;
  /** The table may fill the screen. */
  offered: boolean;
  /** There is nothing in it to enlarge. */
  empty?: boolean;
  children: ReactNode;
}

/** A table on the page, or on the whole screen while it is enlarged; it is never in both places. */
export const FullScreen = ({ title, offered, empty = false, children }: FullScreenProps) => {
  const { filling } = useTools();
  const t = useFormT();
  const [open, setOpen] = useState(false);
  if (!offered) return <>{children}</>;
  const turn = (next: boolean): void => {
    filling.commitTyped();
    setOpen(next);
  };
  return (
    <>
      {!empty && (
        <p className="grid-enlarge no-print">
          <Button small onClick={() => turn(true)}>
            {t('fullScreen')}
            <span className="visually-hidden">{t('fullScreen.for', { table: title })}</span>
          </Button>
        </p>
      )}
      {open ? (
        <Dialog full title={title} onClose={() => turn(false)}>
          {children}
        </Dialog>
      ) : (
        children
      )}
    </>
  );
};
