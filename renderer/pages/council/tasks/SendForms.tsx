import { useRef, useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { plural, type CompiledForm } from '../../../../engine/index.ts';
import type { Case } from '../../../../wire/case.ts';
import type { TaskProposal } from '../../../../wire/task.ts';
import { useReload } from '../../../api/council.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { ErrorSummary, type SummaryEntry } from '../../../parts/ErrorSummary.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { FormToSend, type Decided, type FormHandle } from './FormToSend.tsx';

/** A form that was chosen, with all that is needed before it can be sent. */
export interface ReadyToSend {
  formId: string;
  form: CompiledForm;
  proposal: TaskProposal;
}

interface SendFormsProps {
  found: Case;
  ready: readonly ReadyToSend[];
}

const sendWords = (forms: number, recipients: number): string => {
  if (forms > 1) return `Send ${plural(forms, 'form')}`;
  return recipients > 1 ? `Send to ${plural(recipients, 'recipient')}` : 'Send';
};

/** One form or several, each to its own people, sent by one press. What could not be sent is told for each, and can be sent again. */
export const SendForms = ({ found, ready }: SendFormsProps) => {
  const [, navigate] = useLocation();
  const reload = useReload();
  const handles = useRef(new Map<string, FormHandle>());
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const [sent, setSent] = useState<ReadonlyMap<string, string>>(new Map());
  const [entries, setEntries] = useState<SummaryEntry[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const left = ready.filter(({ formId }) => !sent.has(formId));
  const several = ready.length > 1;

  const open = (): [string, FormHandle][] =>
    left.flatMap(({ formId }) => {
      const handle = handles.current.get(formId);
      return handle === undefined ? [] : [[formId, handle]];
    });
  const named = ({ title }: FormHandle, { message, ...entry }: SummaryEntry): SummaryEntry => ({
    ...entry,
    message: several ? `${title}: ${message}` : message,
  });
  const tell = (wrong: SummaryEntry[]): void => {
    setEntries(wrong);
    setAttempt((before) => before + 1);
  };

  /** `decided`: what was said about somebody who is away, in this moment. */
  const send = async (decided?: { form: string } & Decided): Promise<void> => {
    const forms = open();
    const of = (id: string): [] | [Decided] => (decided?.form === id ? [decided] : []);
    if (forms.some(([id, handle]) => handle.asks(...of(id)))) return;
    setBusy(true);
    const done = new Map(sent);
    const wrong: SummaryEntry[] = [];
    let asked = false;
    for (const [id, handle] of forms) {
      try {
        const outcome = await handle.send(...of(id));
        if (outcome === 'asked') {
          asked = true;
          break;
        }
        done.set(id, `${handle.title} was sent to ${outcome.sentTo}.`);
      } catch (error) {
        wrong.push(named(handle, { message: error instanceof Error ? error.message : String(error) }));
      }
    }
    setSent(done);
    setBusy(false);
    tell(wrong);
    if (done.size > sent.size) await reload();
    if (!asked && wrong.length === 0)
      navigate(`/council/cases/${found.id}`, { state: { done: [...done.values()].join(' ') }, replace: true });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy) return;
    const wrong = open().flatMap(([, handle]) => handle.faults().map((entry) => named(handle, entry)));
    tell(wrong);
    if (wrong.length === 0) void send();
  };

  return (
    <form onSubmit={submit} noValidate className="send-form">
      <ErrorSummary entries={entries} attempt={attempt} />
      <div role="status">
        {sent.size > 0 && (
          <Notice kind="success">
            {[...sent].map(([id, words]) => (
              <p key={id}>{words}</p>
            ))}
          </Notice>
        )}
      </div>
      {left.map(({ formId, form, proposal }) => (
        <FormToSend
          key={formId}
          ref={(handle) => {
            if (handle) handles.current.set(formId, handle);
            return () => {
              handles.current.delete(formId);
            };
          }}
          found={found}
          formId={formId}
          form={form}
          proposal={proposal}
          several={several}
          entries={entries}
          onCount={(count) => setCounts((before) => ({ ...before, [formId]: count }))}
          onDecided={(decided) => void send({ form: formId, ...decided })}
        />
      ))}
      <div className="actions">
        <Button type="submit" look="primary" busy={busy} busyText="Sending…">
          {sendWords(left.length, counts[left[0]?.formId ?? ''] ?? 0)}
        </Button>
        <ButtonLink href={`/council/cases/${found.id}`}>Cancel</ButtonLink>
      </div>
    </form>
  );
};
