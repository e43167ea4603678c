import { useImperativeHandle, useState, type Ref } from 'react';
import { formatDate, isRealDate, type CompiledForm } from '../../../../engine/index.ts';
import { isObject, type JsonObject } from '../../../../engine/json.ts';
import type { Case } from '../../../../wire/case.ts';
import type { Attachment } from '../../../../wire/form.ts';
import type { Recipient, TaskProposal } from '../../../../wire/task.ts';
import { change } from '../../../api/change.ts';
import { ProblemError } from '../../../api/client.ts';
import { useService } from '../../../api/person.ts';
import { idOf } from '../../../controls/question.tsx';
import { startFilling, type Filling } from '../../../form/filling.ts';
import type { SummaryEntry } from '../../../parts/ErrorSummary.tsx';
import { DateInput } from '../../../parts/inputs/DateInput.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import { counterSignatureWords } from '../../tasks/CounterSigners.tsx';
import { AwayDialog } from './AwayDialog.tsx';
import { Recipients } from './Recipients.tsx';
import { undecided, withAway } from './recipients.ts';
import { SendDocuments } from './SendDocuments.tsx';
import { questionsFor, SenderAnswers } from './SenderAnswers.tsx';

/** To whom it goes, and who of them is away as the sender knows. */
export interface Decided {
  to: readonly Recipient[];
  knowing: ReadonlySet<string>;
}

/** What the page that sends does with each of its forms. */
export interface FormHandle {
  title: string;
  /** What is wrong with what was given; nothing when it can go out. */
  faults: () => SummaryEntry[];
  /** Asks about somebody who is away and of whom nothing is decided. True: it was asked, and nothing may go out yet. */
  asks: (decided?: Decided) => boolean;
  /** Sends it, once however often it is called. `asked`: the server knows of somebody who is away. Throws what went wrong. */
  send: (decided?: Decided) => Promise<{ sentTo: string } | 'asked'>;
}

interface FormToSendProps {
  ref: Ref<FormHandle>;
  found: Case;
  formId: string;
  form: CompiledForm;
  proposal: TaskProposal;
  /** Several are sent at once: each says which it is. */
  several: boolean;
  /** What the page has found wrong. */
  entries: readonly SummaryEntry[];
  onCount: (recipients: number) => void;
  /** Somebody's absence was decided about: the sending goes on. */
  onDecided: (decided: Decided) => void;
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

/** One form on its way out: to whom, until when, with which words and answers of the sender's. */
export const FormToSend = ({
  ref,
  found,
  formId,
  form,
  proposal,
  several,
  entries,
  onCount,
  onDecided,
}: FormToSendProps) => {
  const { today } = useService();
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
  const [asking, setAsking] = useState(false);
  const title = form.text(form.definition.manifest.title) ?? formId;
  const idPrefix = `${formId}-`;
  const at = (name: string): string => `${idPrefix}${name}`;
  const choose = (next: readonly Recipient[]): void => {
    setChosen(next);
    onCount(next.length);
  };

  const dateWrong =
    dueOn === undefined || !isRealDate(dueOn) ? 'Enter a real date, such as 4 February 2027' : undefined;
  const faults = (): SummaryEntry[] => {
    filling.commitTyped();
    const own = filling
      .validateAll()
      .filter(({ level, pointer }) => level === 'error' && asked.includes(pointer.split('/')[1] ?? ''));
    return [
      ...(chosen.length === 0 ? [{ target: at('to'), message: 'Choose who to send it to' }] : []),
      ...(dateWrong === undefined ? [] : [{ target: at('due-on'), message: `Due date: ${dateWrong}` }]),
      ...(comments.length > 1000
        ? [{ target: at('comments'), message: 'Comments must be 1,000 characters or fewer' }]
        : []),
      ...(uploading ? [{ target: at('documents'), message: 'Wait until the documents are uploaded' }] : []),
      ...own.map(({ pointer, message }) => ({ target: at(idOf(pointer)), message })),
    ];
  };
  const asks = ({ to, knowing }: Decided = { to: chosen, knowing: despite }): boolean => {
    const away = undecided(to, knowing).length > 0;
    setAsking(away);
    return away;
  };
  const send = async (
    { to, knowing }: Decided = { to: chosen, knowing: despite },
  ): Promise<{ sentTo: string } | 'asked'> => {
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
      return { sentTo: to.map(({ name }) => name).join(', ') };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.body.code !== 'automatic-reply') throw error;
      choose(withAway(to, (error.body.away ?? []).filter(isRecipient)));
      setAsking(true);
      return 'asked';
    }
  };
  useImperativeHandle(ref, () => ({ title, faults, asks, send }));

  const know = (id: string): Set<string> => {
    const next = new Set(despite).add(id);
    setDespite(next);
    return next;
  };
  const errorAt = (name: string): { error?: string } => {
    const entry = entries.find(({ target }) => target === at(name));
    return entry ? { error: entry.message } : {};
  };
  const absent = asking ? undecided(chosen, despite)[0] : undefined;

  return (
    <section className={several ? 'form-to-send' : undefined} aria-label={title}>
      {several && <h2>{title}</h2>}
      {proposal.counterSignature !== 'none' && <p>{counterSignatureWords(proposal)}</p>}
      <Recipients
        id={at('to')}
        chosen={chosen}
        despite={despite}
        form={formId}
        about={found.id}
        assignTo={proposal.assignTo}
        onChange={choose}
        onDespite={know}
        {...errorAt('to')}
      />
      <DateInput
        id={at('due-on')}
        label="Due date"
        help={`The form gives until ${formatDate(proposal.dueOn)}.`}
        value={dueOn}
        onChange={setDueOn}
        required
        {...errorAt('due-on')}
      />
      <TextArea
        id={at('comments')}
        label="Comments"
        help="Shown at the top of every page of the form."
        value={comments}
        onChange={setComments}
        maxLength={1000}
        optional
        {...errorAt('comments')}
      />
      <SendDocuments
        id={at('documents')}
        address="/api/council/tasks/documents"
        help="The person who answers can open them."
        documents={documents}
        onChange={setDocuments}
        onBusy={setUploading}
      />
      <SenderAnswers form={form} filling={filling} asked={asked} idPrefix={idPrefix} />
      {absent?.away && (
        <AwayDialog
          key={absent.id}
          absent={absent}
          away={absent.away}
          chosen={chosen}
          onInstead={(to) => {
            choose(to);
            onDecided({ to, knowing: despite });
          }}
          onDespite={() => onDecided({ to: chosen, knowing: know(absent.id) })}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
};
