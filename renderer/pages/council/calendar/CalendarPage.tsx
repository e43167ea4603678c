import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { isRealDate } from '../../../../engine/index.ts';
import type { Calendar } from '../../../../wire/council.ts';
import { change } from '../../../api/change.ts';
import { calendarQuery, useReload } from '../../../api/council.ts';
import { useAccount } from '../../../api/person.ts';
import { Button } from '../../../parts/Button.tsx';
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx';
import { PlusIcon } from '../../../parts/icons.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { fieldId, useSending, type Fault, type Sending } from '../../account/use-sending.ts';
import { CalendarDays } from './CalendarDays.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { DayBox, NameBox } from './DayBoxes.tsx';

const faultsOf = ({ terms, holidays }: Calendar): Fault[] => [
  ...terms.flatMap(({ name, from, to }, index): Fault[] => {
    const at = `/terms/${index}`;
    if (name.trim() === '') return [{ pointer: `${at}/name`, message: 'Name every term' }];
    if (!isRealDate(from)) return [{ pointer: `${at}/from`, message: `${name}: enter the day it begins` }];
    if (!isRealDate(to)) return [{ pointer: `${at}/to`, message: `${name}: enter the day it ends` }];
    return to < from ? [{ pointer: `${at}/to`, message: `${name}: it ends before it begins` }] : [];
  }),
  ...holidays.flatMap(({ name, on }, index): Fault[] => {
    if (name.trim() === '') return [{ pointer: `/holidays/${index}/name`, message: 'Name every day off' }];
    return isRealDate(on) ? [] : [{ pointer: `/holidays/${index}/on`, message: `${name}: enter its day` }];
  }),
];

interface ListProps {
  typed: Calendar;
  onChange: (typed: Calendar) => void;
  sending: Sending;
}

const Terms = ({ typed, onChange, sending }: ListProps) => {
  const set = (index: number, part: Partial<Calendar['terms'][number]>): void =>
    onChange({ ...typed, terms: typed.terms.map((term, at) => (at === index ? { ...term, ...part } : term)) });
  return (
    <section>
      <h2>Terms</h2>
      {typed.terms.map(({ name, from, to }, index) => {
        const at = `/terms/${index}`;
        return (
          <div className="row-boxes" role="group" aria-label={name || `Term ${index + 1}`} key={index}>
            <NameBox
              id={fieldId(`${at}/name`)}
              value={name}
              onChange={(text) => set(index, { name: text })}
              {...sending.error(`${at}/name`)}
            />
            <DayBox
              id={fieldId(`${at}/from`)}
              label="Begins"
              value={from}
              onChange={(day) => set(index, { from: day })}
              {...sending.error(`${at}/from`)}
            />
            <DayBox
              id={fieldId(`${at}/to`)}
              label="Ends"
              value={to}
              onChange={(day) => set(index, { to: day })}
              {...sending.error(`${at}/to`)}
            />
            <Button
              small
              onClick={() => onChange({ ...typed, terms: typed.terms.filter((_, other) => other !== index) })}
            >
              Remove<span className="visually-hidden"> {name || `term ${index + 1}`}</span>
            </Button>
          </div>
        );
      })}
      <Button small onClick={() => onChange({ ...typed, terms: [...typed.terms, { name: '', from: '', to: '' }] })}>
        <PlusIcon /> Add a term
      </Button>
    </section>
  );
};

const Holidays = ({ typed, onChange, sending }: ListProps) => {
  const set = (index: number, part: Partial<Calendar['holidays'][number]>): void =>
    onChange({ ...typed, holidays: typed.holidays.map((day, at) => (at === index ? { ...day, ...part } : day)) });
  return (
    <section>
      <h2>Days off</h2>
      {typed.holidays.map(({ name, on }, index) => {
        const at = `/holidays/${index}`;
        return (
          <div className="row-boxes" role="group" aria-label={name || `Day ${index + 1}`} key={index}>
            <NameBox
              id={fieldId(`${at}/name`)}
              value={name}
              onChange={(text) => set(index, { name: text })}
              {...sending.error(`${at}/name`)}
            />
            <DayBox
              id={fieldId(`${at}/on`)}
              label="Day"
              value={on}
              onChange={(day) => set(index, { on: day })}
              {...sending.error(`${at}/on`)}
            />
            <Button
              small
              onClick={() => onChange({ ...typed, holidays: typed.holidays.filter((_, other) => other !== index) })}
            >
              Remove<span className="visually-hidden"> {name || `day ${index + 1}`}</span>
            </Button>
          </div>
        );
      })}
      <Button small onClick={() => onChange({ ...typed, holidays: [...typed.holidays, { name: '', on: '' }] })}>
        <PlusIcon /> Add a day off
      </Button>
    </section>
  );
};

const CalendarForm = ({ calendar }: { calendar: Calendar }) => {
  const reload = useReload();
  const sending = useSending();
  const [saved, setSaved] = useState(false);
  const [revision, setRevision] = useState(calendar.revision);
  const [typed, setTyped] = useState(calendar);
  const type = (next: Calendar): void => {
    setSaved(false);
    setTyped(next);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (sending.busy) return;
    void sending.send(faultsOf(typed), async () => {
      const { terms, holidays } = typed;
      const now = await change('PUT', '/api/calendar', revision, { terms, holidays });
      setRevision(now.revision);
      setTyped(now);
      setSaved(true);
      await reload();
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <Terms typed={typed} onChange={type} sending={sending} />
      <Holidays typed={typed} onChange={type} sending={sending} />
      <div className="actions">
        <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
          Save the calendar
        </Button>
      </div>
      <div role="status">
        {saved && (
          <Notice kind="success">
            <p>The calendar was saved. Due dates now use it.</p>
          </Notice>
        )}
      </div>
    </form>
  );
};

/** Terms and days off, by which due dates are worked out. */
const CalendarPage = () => {
  const account = useAccount();
  const query = useQuery({ ...calendarQuery, refetchOnWindowFocus: false });
  return (
    <>
      <Crumbs trail={[]} />
      <PageTitle>Calendar</PageTitle>
      <p>Due dates in working days and in term time are worked out from this calendar.</p>
      <Loaded query={query} lines={8}>
        {(calendar) =>
          account?.role === 'administrator' ? (
            <CalendarForm calendar={calendar} />
          ) : (
            <CalendarDays calendar={calendar} />
          )
        }
      </Loaded>
    </>
  );
};

export default CalendarPage;
