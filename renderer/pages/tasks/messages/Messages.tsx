import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { formatDateTime } from '../../../../engine/index.ts';
import { useSearch } from 'wouter';
import type { Message } from '../../../../wire/task.ts';
import { call } from '../../../api/client.ts';
import { useService } from '../../../api/person.ts';
import { threadQuery, unreadQuery } from '../../../api/tasks.ts';
import { Button } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import { NewMessage } from './NewMessage.tsx';
import '../tasks.css';

interface MessagesProps {
  kind: 'task' | 'submission';
  id: string;
  /** Only their heading, until it is pressed, unless the link that was followed is to them; they count as read only then. */
  folded?: boolean;
  /** Said while there are none. */
  nothing?: string;
}

const mostLetters = 4000;

const fault = (text: string): string | undefined => {
  if (text.trim() === '') return 'Write your message first';
  return text.length > mostLetters ? `Your message must be ${mostLetters} characters or fewer` : undefined;
};

const Line = ({ message: { by, council, at, text, mine } }: { message: Message }) => {
  const { timeZone } = useService();
  return (
    <li className={mine ? 'message message-mine' : 'message'}>
      <p className="message-head">
        <strong>{mine ? 'You' : by.name}</strong>
        {council && !mine && ', for the council'}{' '}
        <span className="muted numbers nowrap">{formatDateTime(at, timeZone)}</span>
      </p>
      <p className="lines">{text}</p>
    </li>
  );
};

const toTheCouncil =
  'There are no messages yet. What you write here is read by the team that sent this form, and answered here.';

interface ThreadProps extends MessagesProps {
  /** The messages stand on the page. */
  onRead: () => void;
}

const Thread = ({ kind, id, nothing = toTheCouncil, onRead }: ThreadProps) => {
  const queries = useQueryClient();
  const query = useQuery({ ...threadQuery(kind, id), staleTime: 0 });
  const read = query.dataUpdatedAt;
  const tell = useRef(onRead);
  useEffect(() => {
    if (read === 0) return;
    tell.current();
    // Reading them marked them as read.
    void queries.invalidateQueries(unreadQuery);
  }, [queries, read]);
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [wrong, setWrong] = useState<string>();
  const send = useMutation({
    mutationFn: (words: string) => call('POST', `/api/threads/${kind}/${id}`, { text: words }),
    onSuccess: async () => {
      setText('');
      await queries.invalidateQueries(threadQuery(kind, id));
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (send.isPending) return;
    const found = fault(text);
    setWrong(found);
    setAttempt(attempt + 1);
    if (found === undefined) send.mutate(text);
  };
  const entries = [
    ...(wrong === undefined ? [] : [{ target: 'message', message: wrong }]),
    ...(send.error ? [{ message: send.error.message }] : []),
  ];
  return (
    <Loaded query={query} lines={3}>
      {(messages) => (
        <>
          {messages.length === 0 ? (
            <p>{nothing}</p>
          ) : (
            <ol className="messages plain-list">
              {messages.map((message) => (
                <Line message={message} key={message.id} />
              ))}
            </ol>
          )}
          <form onSubmit={submit} noValidate>
            <ErrorSummary entries={entries} attempt={attempt} />
            <TextArea
              id="message"
              label="Your message"
              help="We will email them that there is a message. The message itself stays here."
              value={text}
              onChange={setText}
              maxLength={mostLetters}
              {...(wrong !== undefined && { error: wrong })}
            />
            <Button type="submit" busy={send.isPending} busyText="Sending…">
              Send message
            </Button>
            <p className="visually-hidden" role="status">
              {send.isSuccess && 'Your message was sent'}
            </p>
          </form>
        </>
      )}
    </Loaded>
  );
};

/** Messages between the council and the people who have or had a form. */
export const Messages = ({ folded = false, ...thread }: MessagesProps) => {
  const asked = new URLSearchParams(useSearch()).get('read') === 'messages';
  const [shown, setShown] = useState(!folded || asked);
  const box = useRef<HTMLDetailsElement>(null);
  const landed = useRef(!asked);
  /** Whoever followed a link to the messages lands on them, once. */
  const land = (): void => {
    if (landed.current) return;
    landed.current = true;
    const heading = box.current?.querySelector('summary');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  return (
    <details
      className="task-fold"
      ref={box}
      open={shown}
      onToggle={({ currentTarget }) => setShown(currentTarget.open)}
    >
      <summary>
        Messages <NewMessage kind={thread.kind} id={thread.id} />
      </summary>
      {shown && <Thread {...thread} onRead={land} />}
    </details>
  );
};
