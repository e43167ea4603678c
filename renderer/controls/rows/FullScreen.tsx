import { useState, type ReactNode } from 'react';
import { useTools } from '../../form/filling-context.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';

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
  const [open, setOpen] = useState(false);
  if (!offered) return children;
  const turn = (next: boolean): void => {
    filling.commitTyped();
    setOpen(next);
  };
  return (
    <>
      {!empty && (
        <p className="grid-enlarge no-print">
          <Button small onClick={() => turn(true)}>
            Full screen<span className="visually-hidden"> for {title}</span>
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
