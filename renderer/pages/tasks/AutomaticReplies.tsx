import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { isRealDate } from '../../../engine/index.ts';
import type { AutomaticReply } from '../../../wire/task.ts';
import { call } from '../../api/client.ts';
import { useAccount, useService } from '../../api/person.ts';
import { automaticReplyQuery, groupsQuery } from '../../api/tasks.ts';
import { Button } from '../../parts/Button.tsx';
import { RadioGroup } from '../../parts/inputs/Choices.tsx';
import { DateInput } from '../../parts/inputs/DateInput.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { Select } from '../../parts/inputs/Select.tsx';
import { TextArea } from '../../parts/inputs/TextArea.tsx';
import { fieldId, useSending, type Fault } from '../account/use-sending.ts';
import { SavedNotice } from '../person/SavedNotice.tsx';

const mostLetters = 1000;
const dateFault = (pointer: string, date: string | undefined, which: string): Fault[] =>
  date === undefined || isRealDate(date) ? [] : [{ pointer, message: `Enter the ${which} day as day, month and year` }];

const faultsOf = ({ on, from, to, text }: AutomaticReply, today: string): Fault[] => {
  if (!on) return [];
  const dates = [...dateFault('/from', from, 'first'), ...dateFault('/to', to, 'last')];
  return [
    ...(text.trim() === '' ? [{ pointer: '/text', message: 'Write what the council reads while you are away' }] : []),
    ...(text.length > mostLetters
      ? [{ pointer: '/text', message: `Your reply must be ${mostLetters} characters or fewer` }]
      : []),
    ...dates,
    ...(dates.length === 0 && from !== undefined && to !== undefined && to < from
      ? [{ pointer: '/to', message: 'The last day must not be before the first day' }]
      : []),
    ...(dates.length === 0 && to !== undefined && to < today
      ? [{ pointer: '/to', message: 'The last day must be today or later' }]
      : []),
  ];
};

/** Without what is empty. */
const tidy = ({ on, from, to, text, instead }: AutomaticReply): AutomaticReply => ({
  on,
  text: text.trim(),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(instead !== undefined && { instead }),
});

/** Those who are in a work group with the caller. */
const useColleagues = () => {
  const account = useAccount();
  const { data = [] } = useQuery(groupsQuery);
  const people = new Map(
    data.flatMap(({ members, managers }) => [...members, ...managers]).map((each) => [each.id, each]),
  );
  return [...people.values()]
    .filter(({ id }) => id !== account?.id)
    .map(({ id, name, jobRole }) => ({ value: id, label: jobRole === undefined ? name : `${name}, ${jobRole}` }));
};

const ReplyForm = ({ stored, onSaved }: { stored: AutomaticReply; onSaved: (reply: AutomaticReply) => void }) => {
  const { today } = useService();
  const sending = useSending();
  const colleagues = useColleagues();
  const [reply, setReply] = useState(stored);
  const change = (part: Partial<AutomaticReply>): void => setReply({ ...reply, ...part });
  const without = (key: 'from' | 'to' | 'instead', value: string | undefined): void => {
    const { [key]: _, ...rest } = reply;
    setReply(value === undefined ? rest : { ...rest, [key]: value });
  };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const wanted = tidy(reply);
    await sending.send(faultsOf(wanted, today), async () => {
      onSaved(await call('PUT', '/api/me/automatic-reply', wanted));
    });
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary entries={sending.entries} attempt={sending.attempt} />
      <RadioGroup
        id={fieldId('/on')}
        label="Do you want the council to see an automatic reply?"
        options={[
          { value: 'yes', label: 'Yes', hint: 'On the days you choose, or until you come back and select No.' },
          { value: 'no', label: 'No' },
        ]}
        value={reply.on ? 'yes' : 'no'}
        onChange={(value) => change({ on: value === 'yes' })}
      />
      {reply.on && (
        <>
          <DateInput
            id={fieldId('/from')}
            label="First day"
            optional
            help="Leave blank to start today"
            value={reply.from}
            onChange={(value) => without('from', value)}
            {...sending.error('/from')}
          />
          <DateInput
            id={fieldId('/to')}
            label="Last day"
            optional
            help="Leave blank to keep it on until you turn it off"
            value={reply.to}
            onChange={(value) => without('to', value)}
            {...sending.error('/to')}
          />
          <TextArea
            id={fieldId('/text')}
            label="Your reply"
            help="Say when you will be back, and who to send tasks to while you are away."
            required
            value={reply.text}
            onChange={(text) => change({ text })}
            maxLength={mostLetters}
            {...sending.error('/text')}
          />
          {colleagues.length > 0 && (
            <Select
              id={fieldId('/instead')}
              label="Send tasks to this colleague instead"
              optional
              help="Somebody in one of your work groups; the council can then choose them instead of you."
              options={colleagues}
              value={reply.instead}
              onChange={(value) => without('instead', value)}
              {...sending.error('/instead')}
            />
          )}
        </>
      )}
      <div className="actions">
        <Button type="submit" look="primary" busy={sending.busy} busyText="Saving…">
          Save
        </Button>
      </div>
    </form>
  );
};

/** Out of office: what the council reads before it sends this person a task. */
const AutomaticReplies = () => {
  const queries = useQueryClient();
  const query = useQuery({ ...automaticReplyQuery, staleTime: Infinity });
  const [saved, setSaved] = useState({ text: '', times: 0 });
  const keep = (reply: AutomaticReply): void => {
    queries.setQueryData(automaticReplyQuery.queryKey, reply);
    const text = reply.on ? 'Your automatic reply was saved.' : 'Your automatic reply is off.';
    setSaved(({ times }) => ({ text, times: times + 1 }));
  };
  return (
    <>
      <PageTitle>Automatic Replies</PageTitle>
      {saved.times > 0 && <SavedNotice key={saved.times} text={saved.text} />}
      <p>
        Tell the council that you are away. Anybody who is about to send you a task reads this first. It is not linked
        to the automatic replies of your email account.
      </p>
      <Loaded query={query}>{(stored) => <ReplyForm stored={stored} onSaved={keep} />}</Loaded>
    </>
  );
};

export default AutomaticReplies;
