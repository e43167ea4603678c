import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import type { Draft, FormSummary } from '../../../wire/form.ts';
import { call } from '../../api/client.ts';
import { useAccount } from '../../api/person.ts';
import { draftsQuery } from '../../api/records.ts';
import { Button } from '../../parts/Button.tsx';
import { RadioGroup } from '../../parts/Choices.tsx';
import { ErrorSummary, type SummaryEntry } from '../../parts/ErrorSummary.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { anew, BegunBefore } from './BegunBefore.tsx';
import { BeforeYouStart } from './BeforeYouStart.tsx';
import type { Offer } from './offers.ts';
import { SignInFirst } from './SignInFirst.tsx';
import { UserDetails } from './UserDetails.tsx';

interface StartOfferProps {
  offer: Offer;
  /** The variant chosen; undefined before. */
  form: FormSummary | undefined;
  onChoose: (form: string) => void;
}

export const StartOffer = ({ offer, form, onChoose }: StartOfferProps) => {
  const account = useAccount();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [begun, setBegun] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const drafts = useQuery({ ...draftsQuery, enabled: Boolean(account) });
  const open = drafts.data?.filter((draft) => draft.form.id === form?.id) ?? [];
  const draft = open.find(({ id }) => id === begun);

  const begin = useMutation({
    mutationFn: (id: string) => call<Draft>('POST', '/api/drafts', { form: id }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries(draftsQuery);
      navigate(`/forms/${id}`);
    },
  });

  const [only] = offer.forms.length === 1 ? offer.forms : [];
  const tried = attempt > 0;
  const formMissing = tried && !form ? 'Select the form that you want to complete' : undefined;
  const undecided = open.length > 0 && !draft && begun !== anew;
  const begunMissing = tried && form && undecided ? 'Select whether to continue or to begin a new form' : undefined;
  const entries: SummaryEntry[] = [
    ...(formMissing ? [{ target: 'form', message: formMissing }] : []),
    ...(begunMissing ? [{ target: 'begun', message: begunMissing }] : []),
    ...(begin.error ? [{ message: begin.error.message }] : []),
  ];

  const start = (event: SubmitEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!form || undecided || begin.isPending) return;
    if (draft) navigate(`/forms/${draft.id}`);
    else begin.mutate(form.id);
  };

  return (
    <form noValidate onSubmit={start} className="start-form">
      <ErrorSummary entries={entries} attempt={attempt} />
      <PageTitle wrong={entries.length > 0} {...(only?.family && { step: only.family.title })}>
        {offer.title}
      </PageTitle>
      {offer.forms.length > 1 && (
        <RadioGroup
          id="form"
          label={offer.forms[0]?.family?.question}
          required
          {...(formMissing && { error: formMissing })}
          value={form?.id}
          onChange={(id) => {
            setBegun(undefined);
            onChoose(id);
          }}
          options={offer.forms.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary }))}
        />
      )}
      {only && <p className="lead">{only.summary}</p>}
      {form && <BeforeYouStart form={form} />}
      <h2>Portal User details</h2>
      {account === undefined && <Skeleton lines={3} />}
      {account === null && <SignInFirst />}
      {account && (
        <>
          <UserDetails account={account} />
          <Loaded query={drafts}>
            {() => (
              <>
                {open.length > 0 && (
                  <BegunBefore drafts={open} value={begun} onChange={setBegun} error={begunMissing} />
                )}
                <div className="actions">
                  <Button look="primary" type="submit" busy={begin.isPending} busyText="Starting…">
                    {draft ? 'Continue' : 'Start now'}
                  </Button>
                </div>
              </>
            )}
          </Loaded>
        </>
      )}
    </form>
  );
};
