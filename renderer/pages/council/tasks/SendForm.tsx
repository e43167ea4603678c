import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { formatDate, isRealDate, plural, type CompiledForm } from '../../../../engine/index.ts';
import { isObject, type JsonObject } from '../../../../engine/json.ts';
import type { Case } from '../../../../wire/case.ts';
import type { Recipient, TaskProposal } from '../../../../wire/task.ts';
import { change } from '../../../api/change.ts';
import { ProblemError } from '../../../api/client.ts';
import { useReload } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { idOf } from '../../../controls/question.tsx';
import { startFilling, type Filling } from '../../../form/filling.ts';
import { Button, ButtonLink } from '../../../parts/Button.tsx';
import { DateInput } from '../../../parts/inputs/DateInput.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ErrorSummary, type SummaryEntry } from '../../../parts/ErrorSummary.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import type { Attachment } from '../../../../wire/form.ts';
import { counterSignatureWords } from '../../tasks/CounterSigners.tsx';
import { AwayWords, Recipients } from './Recipients.tsx';
import { instead, undecided, withAway } from './recipients.ts';
import { SendDocuments } from './SendDocuments.tsx';
import { questionsFor, SenderAnswers } from './SenderAnswers.tsx';

interface SendFormProps {
  found: Case;
  formId: string;
  form: CompiledForm;
  proposal: TaskProposal;
}

/** A key of `sends`, with or without the slash of a pointer. */
const plainKey = (key: string): string => key.replace(/^\//, '');

const isRecipient = (value: unknown): value is Recipient =>
  typeof value === 'object' && value !== null && 'id' in value && 'kind' in value && 'name' in value;

const answersFor = (filling: Filling, asked: readonly string[]): JsonObject => {
  const { answers } = filling.state();
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.includes(key)));
};

const openAt = (form: CompiledForm, asked: readonly string[]): string => {
  const [first] = questionsFor(form, asked);
  const page = form.pages.find(({ questions }) => first !== undefined && questions.includes(first));
  return page?.id ?? form.pages[0]?.id ?? '';
};

/** A form on its way out: to whom, until when, with which words and answers of the sender's. */
export const SendForm = ({ found, formId, form, proposal }: SendFormProps) => {
  const { today } = useService();
  const [, navigate] = useLocation();
  const reload = useReload();
  const [asked] = useState(() => proposal.sends.map(plainKey));
  const [filling] = useState(() =>
    startFilling({
      form,
      context: { today, values: {} },
      answers: isObject(proposal.answers) ? proposal.answers : {},
      pages: {},
      pageId: openAt(form, asked),
      sources: {},
    }),
  );
  const [key] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<readonly Recipient[]>([]);
  const [despite, setDespite] = useState<ReadonlySet<string>>(new Set());
  const [dueOn, setDueOn] = useState<string | undefined>(proposal.dueOn);
  const [comments, setComments] = useState('');
  const [documents, setDocuments] = useState<readonly Attachment[]>([]);
  const [uploading, setUploading] = useState(false);
  const [entries, setEntries] = useState<SummaryEntry[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);

  const dateWrong =
    dueOn === undefined || !isRealDate(dueOn) ? 'Enter a real date, such as 4 February 2027' : undefined;
  const faults = (): SummaryEntry[] => {
    filling.commitTyped();
    const own = filling
      .validateAll()
      .filter(({ level, pointer }) => level === 'error' && asked.includes(pointer.split('/')[1] ?? ''));
    return [
      ...(chosen.length === 0 ? [{ target: 'to', message: 'Choose who to send it to' }] : []),
      ...(dateWrong === undefined ? [] : [{ target: 'due-on', message: `Due date: ${dateWrong}` }]),
      ...(comments.length > 1000
        ? [{ target: 'comments', message: 'Comments must be 1,000 characters or fewer' }]
        : []),
      ...(uploading ? [{ target: 'send-documents', message: 'Wait until the documents are uploaded' }] : []),
      ...own.map(({ pointer, message }) => ({ target: idOf(pointer), message })),
    ];
  };
  const errorAt = (target: string): { error?: string } => {
    const entry = entries.find((each) => each.target === target);
    return entry ? { error: entry.message } : {};
  };

  const send = async (to: readonly Recipient[], knowing: ReadonlySet<string>): Promise<void> => {
    if (undecided(to, knowing).length > 0) {
      setAsking(true);
      return;
    }
    setAsking(false);
    setBusy(true);
    try {
      await change(
        'POST',
        '/api/council/tasks',
        undefined,
        {
          case: found.id,
          form: formId,
          to: to.map(({ kind, id }) => ({ kind, id })),
          ...(dueOn !== undefined && { dueOn }),
          ...(comments.trim() !== '' && { comments: comments.trim() }),
          ...(asked.length > 0 && { sends: answersFor(filling, asked) }),
          ...(documents.length > 0 && { documents: documents.map(({ id }) => id) }),
          ...(knowing.size > 0 && { despiteAway: [...knowing] }),
        },
        { idempotencyKey: key },
      );
      await reload();
      const names = to.map(({ name }) => name).join(', ');
      const state = { done: `${form.text(form.definition.manifest.title)} was sent to ${names}.` };
      navigate(`/council/cases/${found.id}`, { state, replace: true });
    } catch (error) {
      if (error instanceof ProblemError && error.body.code === 'automatic-reply') {
        setChosen(withAway(to, (error.body.away ?? []).filter(isRecipient)));
        setAsking(true);
      } else {
        setEntries([{ message: error instanceof Error ? error.message : String(error) }]);
        setAttempt((before) => before + 1);
      }
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy) return;
    const wrong = faults();
    setEntries(wrong);
    setAttempt((before) => before + 1);
    if (wrong.length === 0) void send(chosen, despite);
  };
  const know = (id: string): Set<string> => {
    const next = new Set(despite).add(id);
    setDespite(next);
    return next;
  };
  const absent = asking ? undecided(chosen, despite)[0] : undefined;

  return (
    <form onSubmit={submit} noValidate className="send-form">
      <ErrorSummary entries={entries} attempt={attempt} />
      {proposal.counterSignature !== 'none' && <p>{counterSignatureWords(proposal)}</p>}
      <Recipients
        chosen={chosen}
        despite={despite}
        form={formId}
        about={found.id}
        assignTo={proposal.assignTo}
        onChange={setChosen}
        onDespite={know}
        {...errorAt('to')}
      />
      <DateInput
        id="due-on"
        label="Due date"
        help={`The form gives until ${formatDate(proposal.dueOn)}.`}
        value={dueOn}
        onChange={setDueOn}
        required
        {...errorAt('due-on')}
      />
      <TextArea
        id="comments"
        label="Comments"
        help="Shown at the top of every page of the form."
        value={comments}
        onChange={setComments}
        maxLength={1000}
        optional
        {...errorAt('comments')}
      />
      <SendDocuments
        address="/api/council/tasks/documents"
        help="The person who answers can open them."
        documents={documents}
        onChange={setDocuments}
        onBusy={setUploading}
      />
      <SenderAnswers form={form} filling={filling} asked={asked} />
      <div className="actions">
        <Button type="submit" look="primary" busy={busy} busyText="Sending…">
          {chosen.length > 1 ? `Send to ${plural(chosen.length, 'recipient')}` : 'Send'}
        </Button>
        <ButtonLink href={`/council/cases/${found.id}`}>Cancel</ButtonLink>
      </div>
      {absent?.away && (
        <Dialog alert title={`${absent.name} is away`} onClose={() => setAsking(false)} key={absent.id}>
          <AwayWords name={absent.name} away={absent.away} />
          <p>Nothing has been sent yet.</p>
          <div className="actions">
            {absent.away.instead && (
              <Button
                look="primary"
                data-autofocus
                onClick={() => {
                  const to = instead(chosen, absent);
                  setChosen(to);
                  void send(to, despite);
                }}
              >
                Send to {absent.away.instead.name} instead
              </Button>
            )}
            <Button onClick={() => void send(chosen, know(absent.id))}>Send to {absent.name} anyway</Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Go back
            </Button>
          </div>
        </Dialog>
      )}
    </form>
  );
};
