import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, ButtonLink } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { Notice } from '../parts/Notice.tsx';
import { downloadPdf } from './download-pdf.ts';
import { LeaveDialog, type Leaving } from './LeaveDialog.tsx';
import { hasChanged, type OpenDraft } from './open-draft.ts';

interface FormActionsProps {
  open: OpenDraft;
  onNext: () => void;
  nextLabel: ReactNode;
  /** Address of the page before; absent on the first. */
  previous?: string;
}

/** The buttons at the end of every page. What is not needed at every page stands behind “More” on a phone. */
export const FormActions = ({ open, onNext, nextLabel, previous }: FormActionsProps) => {
  const [, navigate] = useLocation();
  const [leaving, setLeaving] = useState<Leaving>();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { filling, saving, draft } = open;

  const save = (): Promise<boolean> => {
    filling.commitTyped();
    return saving.flush();
  };
  const saveForLater = async (): Promise<void> => setLeaving((await save()) ? 'kept' : 'unsent');
  const close = async (): Promise<void> => {
    if (await save()) navigate('/');
    else setLeaving('unsent');
  };
  const cancel = (): void => {
    filling.commitTyped();
    if (hasChanged(open)) setLeaving('cancelled');
    else navigate('/');
  };
  const createPdf = async (): Promise<void> => {
    setMaking(true);
    setFailure(undefined);
    await save();
    setFailure(await downloadPdf(draft.id));
    setMaking(false);
  };

  const others = [
    { label: 'Save for later', run: () => void saveForLater() },
    { label: 'Print', run: () => window.print() },
    { label: 'Create PDF', run: () => void createPdf(), busy: making, busyText: 'Creating the PDF…' },
    { label: 'Close', run: () => void close() },
    { label: 'Cancel', run: cancel },
  ];
  return (
    <div className="form-actions no-print">
      <div className="actions">
        <Button look="primary" onClick={onNext}>
          {nextLabel}
        </Button>
        {previous !== undefined && <ButtonLink href={previous}>Previous</ButtonLink>}
      </div>
      <div className="form-actions-others">
        {others.map(({ label, run, ...state }) => (
          <Button look="quiet" onClick={run} key={label} {...state}>
            {label}
          </Button>
        ))}
      </div>
      <div className="form-actions-more">
        <Menu label="More" up items={others.map(({ label, run }) => ({ label, onSelect: run }))} />
      </div>
      <p className="visually-hidden" role="status">
        {making && 'Creating the PDF'}
      </p>
      {failure !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{failure}</p>
        </Notice>
      )}
      {leaving && <LeaveDialog open={open} leaving={leaving} onStay={() => setLeaving(undefined)} />}
    </div>
  );
};
