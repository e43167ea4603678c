import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { formatDateTime } from '../../../../engine/index.ts';
import type { Message } from '../../../../wire/task.ts';
import { change } from '../../../api/change.ts';
import { threadQuery, useChange } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { TextArea } from '../../../parts/TextArea.tsx';
import { Failure } from './Failure.tsx';

interface MessagesProps {
  kind: 'task' | 'submission';
  id: string;
}

const Said = ({ message }: { message: Message }) => {
  const { timeZone } = useService();
  return (
    <li>
      <strong>{message.mine ? 'You' : message.by.name}</strong>{' '}
      <span className="muted numbers">
        {message.council && !message.mine && 'of the council, '}
        {formatDateTime(message.at, timeZone)}
      </span>
      <span className="lines">{message.text}</span>
    </li>
  );
};

/** What the people concerned and the officers have written to each other. */
export const Messages = ({ kind, id }: MessagesProps) => {
  const query = useQuery(threadQuery(kind, id));
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const post = useChange(() => change<Message>('POST', `/api/threads/${kind}/${id}`, undefined, { text: text.trim() }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setWrong(text.trim() === '');
    if (text.trim() === '' || post.isPending) return;
    post.mutate(undefined, { onSuccess: () => setText('') });
  };
  return (
    <section className="no-print">
      <h2>Messages</h2>
      <Loaded query={query} lines={2}>
        {(messages) =>
          messages.length === 0 ? (
            <p>No messages yet.</p>
          ) : (
            <ol className="history">
              {messages.map((message) => (
                <Said key={message.id} message={message} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <form onSubmit={submit} noValidate>
        <TextArea
          id="message"
          label="Write a message"
          help="They get an e-mail that says there is a message, without its words."
          value={text}
          onChange={setText}
          maxLength={4000}
          {...(wrong && { error: 'Write something first' })}
        />
        <Failure error={post.error} />
        <Button type="submit" busy={post.isPending} busyText="Sending…">
          Send the message
        </Button>
      </form>
    </section>
  );
};
