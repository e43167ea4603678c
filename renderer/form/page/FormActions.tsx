import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { downloadPdf } from '../download-pdf.ts';
import { LeaveDialog, type Leaving } from '../interrupt/LeaveDialog.tsx';
import { hasChanged } from '../open/open-draft.ts';
import type { OpenDraft } from '../open/opened.ts';
import { CHECK, pageAddress } from './places.ts';
import { useSaving } from '../save-state.ts';
import { useFormT } from '../words.ts';

interface FormActionsProps {
  open: OpenDraft;
  onNext: () => void;
  nextLabel: ReactNode;
  /** Address of the page before; absent on the first. */
  previous?: string;
  /** From here it is submitted. */
  atEnd?: boolean;
}

/** The buttons at the end of every page. What is not needed at every page stands behind “More” on a phone. */
export const FormActions = ({ open, onNext, nextLabel, previous, atEnd = false }: FormActionsProps) => {
  const [, navigate] = useLocation();
  const [leaving, setLeaving] = useState<Leaving>();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { filling, saving, mode, form } = open;
  const t = useFormT();
  const over = useSaving(open, ({ phase }) => phase === 'gone');

  const save = (): Promise<boolean> => {
    filling.commitTyped();
    return saving.flush();
  };
  const saveForLater = async (): Promise<void> => setLeaving((await save()) ? 'kept' : 'unsent');
  const close = async (): Promise<void> => {
    if (over || (await save())) navigate(mode.home);
    else setLeaving('unsent');
  };
  const cancel = (): void => {
    filling.commitTyped();
    if (hasChanged(open)) setLeaving('cancelled');
    else navigate(mode.home);
  };
  const createPdf = async (): Promise<void> => {
    setMaking(true);
    setFailure(undefined);
    await save();
    setFailure(await downloadPdf(mode.pdf, t));
    setMaking(false);
  };

  const print = { label: t('print'), run: () => window.print() };
  const leave = { label: t('close'), run: () => void close() };
  const saved = [
    { label: mode.words.save, run: () => void saveForLater() },
    print,
    { label: mode.words.pdf, run: () => void createPdf(), busy: making, busyText: t('pdf.making') },
    leave,
    ...(mode.mayCancel ? [{ label: t('cancel'), run: cancel }] : []),
  ];
  const others = over ? [print, leave] : saved;
  return (
    <div className="form-actions no-print">
      <div className="actions">
        <Button look="primary" onClick={onNext}>
          {nextLabel}
        </Button>
        {previous !== undefined && <ButtonLink href={previous}>{t('previous')}</ButtonLink>}
        {mode.submitAnywhere && !atEnd && (
          <ButtonLink href={pageAddress(mode.address, CHECK)}>
            {form.text(form.definition.manifest.confirm.button) ?? t('submit')}
          </ButtonLink>
        )}
      </div>
      <div className="form-actions-others">
        {others.map(({ label, run, ...state }) => (
          <Button look="quiet" onClick={run} key={label} {...state}>
            {label}
          </Button>
        ))}
      </div>
      <div className="form-actions-more">
        <Menu label={t('more')} up items={others.map(({ label, run }) => ({ label, onSelect: run }))} />
      </div>
      <p className="visually-hidden" role="status">
        {making && t('pdf.made')}
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
