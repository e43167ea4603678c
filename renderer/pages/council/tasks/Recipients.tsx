import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../../../engine/index.ts';
import type { Recipient } from '../../../../wire/task.ts';
import { recipientsQuery } from '../../../api/council.ts';
import { Button } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { CounterSignNote } from '../../tasks/CounterSigners.tsx';
import { FindOne } from '../parts/FindOne.tsx';
import { instead, keyOf, type Away } from './recipients.ts';

interface RecipientsProps {
  id: string;
  chosen: readonly Recipient[];
  /** Who is sent to although they are away. */
  despite: ReadonlySet<string>;
  form: string;
  /** Those who had a form about this case before are suggested. */
  about: string;
  /** `user`, `work-group`, as the form allows. */
  assignTo: readonly string[];
  onChange: (chosen: readonly Recipient[]) => void;
  onDespite: (id: string) => void;
  error?: string;
}

/** What somebody who is away has left to be read before anything is sent. */
export const AwayWords = ({ name, away }: { name: string; away: Away }) => (
  <>
    <p>
      <strong>
        {name} is away{away.until !== undefined && ` until ${formatDate(away.until)}`}.
      </strong>{' '}
      Their automatic reply:
    </p>
    <blockquote className="lines">{away.text}</blockquote>
  </>
);

/** To whom a form is sent: people and work groups, found by typing. Automatic replies stand there before it goes out. */
export const Recipients = ({
  id: own,
  chosen,
  despite,
  form,
  about,
  assignTo,
  onChange,
  onDespite,
  error,
}: RecipientsProps) => {
  const fits = ({ kind }: Recipient): boolean => assignTo.includes(kind === 'group' ? 'work-group' : kind);
  const suggested = (useQuery(recipientsQuery({ case: about, form })).data ?? [])
    .filter(fits)
    .filter((each) => !chosen.some((other) => keyOf(other) === keyOf(each)));
  return (
    <>
      {suggested.length > 0 && (
        <div className="note-events" role="group" aria-labelledby={`${own}-suggested`}>
          <span id={`${own}-suggested`} className="note-events-label">
            Had a form about this case before
          </span>
          {suggested.map((each) => (
            <Button key={keyOf(each)} small onClick={() => onChange([...chosen, each])}>
              Add {each.name}
            </Button>
          ))}
          {suggested.length > 1 && (
            <Button small onClick={() => onChange([...chosen, ...suggested])}>
              Add all {suggested.length}
            </Button>
          )}
        </div>
      )}
      <FindOne
        id={own}
        label="Who to send it to"
        help="Type a name, organisation or email address, then choose. Add as many as you need."
        required
        {...(error !== undefined && { error })}
        search={(q) => recipientsQuery({ q, form })}
        optionsOf={(found) =>
          found.filter(fits).map((each) => ({
            value: keyOf(each),
            label: each.name,
            hint: [each.kind === 'group' ? 'Work group' : '', each.detail, each.away ? 'away' : '']
              .filter(Boolean)
              .join(' · '),
            whole: each,
          }))
        }
        onFound={({ whole }) => {
          if (!chosen.some((each) => keyOf(each) === keyOf(whole))) onChange([...chosen, whole]);
        }}
      />
      <ul className="chosen" aria-label="It will be sent to">
        {chosen.map((each) => (
          <li key={keyOf(each)}>
            <span>
              {each.name}
              <span className="row-note">
                {[each.kind === 'group' ? 'Work group' : '', each.detail].filter(Boolean).join(' · ')}
              </span>
              <CounterSignNote to={each} />
            </span>
            <Button small onClick={() => onChange(chosen.filter((other) => other !== each))}>
              Remove<span className="visually-hidden"> {each.name}</span>
            </Button>
            {each.away && (
              <Notice kind="warning" role="status">
                <AwayWords name={each.name} away={each.away} />
                <div className="row-actions">
                  {each.away.instead && (
                    <Button small look="primary" onClick={() => onChange(instead(chosen, each))}>
                      Send to {each.away.instead.name} instead
                    </Button>
                  )}
                  {despite.has(each.id) ? (
                    <span>It will still go to {each.name}.</span>
                  ) : (
                    <Button small onClick={() => onDespite(each.id)}>
                      Send to {each.name} anyway
                    </Button>
                  )}
                </div>
              </Notice>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
