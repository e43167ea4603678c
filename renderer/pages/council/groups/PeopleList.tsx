import type { AccountLine } from '../../../../wire/council.ts';
import { accountsQuery } from '../../../api/council.ts';
import { Button } from '../../../parts/Button.tsx';
import { FindOne } from '../parts/FindOne.tsx';

export interface Member {
  id: string;
  name: string;
  email: string;
  jobRole?: string | undefined;
}

interface PeopleListProps {
  id: string;
  label: string;
  help?: string;
  people: readonly Member[];
  /** Nobody may change it when absent. */
  onChange?: (people: Member[]) => void;
  /** Who may be added. */
  fits: (account: AccountLine) => boolean;
  none: string;
}

/** People of a group or team; administrators add them by typing and take them out. */
export const PeopleList = ({ id, label, help, people, onChange, fits, none }: PeopleListProps) => (
  <section>
    <h2 id={`${id}-title`}>{label}</h2>
    {people.length === 0 && <p>{none}</p>}
    <ul className="chosen" aria-labelledby={`${id}-title`}>
      {people.map((person) => (
        <li key={person.id}>
          <span>
            {person.name}
            <span className="row-note">{[person.jobRole, person.email].filter(Boolean).join(' · ')}</span>
          </span>
          {onChange && (
            <Button small onClick={() => onChange(people.filter((other) => other.id !== person.id))}>
              Remove<span className="visually-hidden"> {person.name}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
    {onChange && (
      <FindOne
        id={id}
        label={`Add to ${label.toLowerCase()}`}
        help={help}
        search={(q) => accountsQuery({ q })}
        optionsOf={({ items }) =>
          items
            .filter((account) => account.state !== 'suspended' && fits(account))
            .map((account) => ({
              value: account.id,
              label: account.name,
              hint: [account.email, account.organisation, account.unconfirmed ? 'not confirmed by the council' : '']
                .filter(Boolean)
                .join(' · '),
              whole: account,
            }))
        }
        onFound={({ whole: { id: found, name, email, jobRole } }) => {
          if (!people.some((other) => other.id === found)) onChange([...people, { id: found, name, email, jobRole }]);
        }}
      />
    )}
  </section>
);
