import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { DateInput } from '../../../parts/inputs/DateInput.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import { isRealDate } from '../../../../engine/index.ts';
import { Failure } from './Failure.tsx';

export interface DialogAnswer {
  text: string;
  on: string;
}

interface AskDialogProps {
  title: string;
  children?: ReactNode;
  /** What is asked for in words; without it there is no box. */
  text?: { label: string; help?: string; required?: string; maxLength: number };
  /** What date is asked for. */
  date?: { label: string; help?: string; required?: string; value?: string };
  /** What else is given, after the words. */
  more?: ReactNode;
  /** What the button does, in words. */
  action: string;
  danger?: boolean;
  run: (answer: DialogAnswer) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for what an action needs, does it, and closes when it is done. What went wrong is said inside. */
export const AskDialog = ({ title, children, text, date, more, action, danger, run, onClose }: AskDialogProps) => {
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(date?.value);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const noText = text?.required !== undefined && typed.trim() === '' ? text.required : undefined;
  const wrongDate =
    date === undefined || (on === undefined && date.required === undefined) || (on !== undefined && isRealDate(on))
      ? undefined
      : (date.required ?? 'Enter a real date, such as 4 February 2027');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (busy || noText !== undefined || wrongDate !== undefined) return;
    setBusy(true);
    setError(null);
    try {
      await run({ text: typed.trim(), on: on ?? '' });
      onClose();
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {children}
        {date && (
          <DateInput
            id="ask-date"
            label={date.label}
            help={date.help}
            value={on}
            onChange={setOn}
            required={date.required !== undefined}
            optional={date.required === undefined}
            {...(attempt > 0 && wrongDate !== undefined && { error: wrongDate })}
          />
        )}
        {text && (
          <TextArea
            id="ask-text"
            label={text.label}
            help={text.help}
            value={typed}
            onChange={setTyped}
            maxLength={text.maxLength}
            required={text.required !== undefined}
            optional={text.required === undefined}
            // Nothing stands before it that must be read first.
            data-autofocus={children === undefined && date === undefined ? '' : undefined}
            {...(attempt > 0 && noText !== undefined && { error: noText })}
          />
        )}
        {more}
        <Failure error={error} />
        <div className="actions">
          <Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
};
