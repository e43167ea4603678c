import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '../../../engine/index.ts';
import { call } from '../../api/client.ts';
import { useService } from '../../api/person.ts';
import { Button } from '../../parts/Button.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import './account.css';

/** The mail's addresses become links to press. */
const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((piece, index) =>
    index % 2 === 1 ? (
      <a href={piece} key={index}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );

/** What a demonstration sends instead of mail, for everybody who tries it. */
const Mailbox = () => {
  const { timeZone } = useService();
  const mails = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => call('GET', '/api/dev/mailbox', undefined, { signal }),
    refetchInterval: 5_000,
  });
  return (
    <>
      <PageTitle>Mailbox of the demonstration</PageTitle>
      <p>Every email this demonstration sends is shown here, newest first. Nothing leaves this machine.</p>
      <div className="actions">
        <Button onClick={() => void mails.refetch()}>Check for new mail</Button>
      </div>
      <Loaded query={mails}>
        {(found) =>
          found.length === 0 ? (
            <p>There is no mail yet.</p>
          ) : (
            found.map(({ id, to, subject, text, sentAt }) => (
              <article className="mail" key={id} aria-label={`${subject}, to ${to}`}>
                <h2>{subject}</h2>
                <p className="muted small">
                  To {to}, {formatDateTime(sentAt, timeZone)}
                </p>
                <pre>{linked(text)}</pre>
              </article>
            ))
          )
        }
      </Loaded>
    </>
  );
};

export default Mailbox;
