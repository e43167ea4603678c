import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { lookUp, type FormDefinition } from '../../../../engine/index.ts';
import type { FormSummary } from '../../../../wire/form.ts';
import { call, ProblemError } from '../../../api/client.ts';
import { useAccount } from '../../../api/person.ts';
import type { Definition } from '../../../api/operation.ts';
import { definitionQuery, draftsQuery, noForm } from '../../../api/records.ts';
import { chosenLanguage, languagesOf, rememberLanguage } from '../../../form/language/languages.ts';
import { Languages } from '../../../form/language/Languages.tsx';
import { usePageLanguage } from '../../../form/language/page-language.ts';
import { englishLocale, useFormT } from '../../../form/words.ts';
import { Button } from '../../../parts/Button.tsx';
import { RadioGroup, type ChoiceOption } from '../../../parts/inputs/Choices.tsx';
import { ErrorSummary, type SummaryEntry } from '../../../parts/ErrorSummary.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Skeleton } from '../../../parts/Skeleton.tsx';
import { LocaleContext } from '../../../parts/words.ts';
import { again, BegunBefore } from './BegunBefore.tsx';
import { AccountFull } from './AccountFull.tsx';
import { BeforeYouStart } from './BeforeYouStart.tsx';
import type { Offer } from './offers.ts';
import { localeQuery } from '../../../form/language/locale.ts';
import { SignInFirst } from './SignInFirst.tsx';
import { UserDetails } from './UserDetails.tsx';

interface StartOfferProps {
  offer: Offer;
  /** The variant chosen; undefined before. */
  form: FormSummary | undefined;
  onChoose: (form: string) => void;
}

/** The offer in the language that was chosen last, where the form has it. */
export const StartOffer = (props: StartOfferProps) => {
  const { offer, form } = props;
  const [first] = offer.forms;
  const query = useQuery({ ...definitionQuery(form ?? first ?? noForm), enabled: form !== undefined });
  const definition = form && query.data?.definition;
  const [chosen, setChosen] = useState(chosenLanguage);
  const languages = definition === undefined ? ['en'] : languagesOf(definition);
  const language = languages.includes(chosen) ? chosen : 'en';
  const { data: locale = englishLocale } = useQuery(localeQuery(language));
  usePageLanguage(language);
  const choose = (next: string): void => {
    rememberLanguage(next);
    setChosen(next);
  };
  return (
    <LocaleContext value={locale}>
      <div lang={locale.language}>
        <Offered {...props} query={query} definition={definition} language={language}>
          <Languages languages={languages} language={language} onChoose={choose} />
        </Offered>
      </div>
    </LocaleContext>
  );
};

interface OfferedProps extends StartOfferProps {
  query: UseQueryResult<Definition>;
  definition: FormDefinition | undefined;
  /** Of the form's texts. */
  language: string;
  /** The choice of it. */
  children: ReactNode;
}

const Offered = ({ offer, form, onChoose, query, definition, language, children }: OfferedProps) => {
  const t = useFormT();
  const account = useAccount();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [begun, setBegun] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const drafts = useQuery({ ...draftsQuery, enabled: Boolean(account) });
  const open = drafts.data?.filter((draft) => draft.form.id === form?.id) ?? [];
  const draft = open.find(({ id }) => id === begun);

  const begin = useMutation({
    mutationFn: (id: string) => call('POST', '/api/drafts', { form: id, ...(language !== 'en' && { language }) }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries(draftsQuery);
      navigate(`/forms/${id}`);
    },
  });

  const [only] = offer.forms.length === 1 ? offer.forms : [];
  const manifest = definition?.manifest;
  const text = definition && lookUp(definition.texts, language);
  const family = only?.family && (text?.(manifest?.family?.title ?? '') ?? only.family.title);
  const tried = attempt > 0;
  const formMissing = tried && !form ? t('start.choose') : undefined;
  const undecided = open.length > 0 && !draft && begun !== again;
  const begunMissing = tried && form && undecided ? t('start.decide') : undefined;
  const full = begin.error instanceof ProblemError && begin.error.body.code === 'account-full';
  const entries: SummaryEntry[] = [
    ...(formMissing ? [{ target: 'form', message: formMissing }] : []),
    ...(begunMissing ? [{ target: 'begun', message: begunMissing }] : []),
    ...(full ? [{ target: 'account-full', message: t('full.text') }] : []),
    ...(begin.error && !full ? [{ message: begin.error.message }] : []),
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
      <PageTitle wrong={entries.length > 0} {...(family && { step: family })}>
        {(manifest && text?.(only ? manifest.title : (manifest.family?.title ?? ''))) ?? offer.title}
      </PageTitle>
      {children}
      {offer.forms.length > 1 && (
        <RadioGroup
          id="form"
          label={text?.(manifest?.family?.question ?? '') ?? offer.forms[0]?.family?.question}
          required
          {...(formMissing && { error: formMissing })}
          value={form?.id}
          onChange={(id) => {
            setBegun(undefined);
            onChoose(id);
          }}
          options={offer.forms.map((each) => optionOf(each, each.id === form?.id ? text : undefined, manifest))}
        />
      )}
      {only && <p className="lead">{text?.(manifest?.summary ?? '') ?? only.summary}</p>}
      {form && (
        <Loaded query={query} lines={6}>
          {(read) => <BeforeYouStart form={form} definition={read.definition} language={language} />}
        </Loaded>
      )}
      {full && <AccountFull onRoom={begin.reset} />}
      <h2>{t('start.user')}</h2>
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
                  <Button look="primary" type="submit" busy={begin.isPending} busyText={t('start.starting')}>
                    {t(draft ? 'start.continue' : 'start.now')}
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

/** A form to choose, in its chosen language where it is the one; the others are told in English. */
const optionOf = (
  { id, title, summary }: FormSummary,
  text: ((key: string) => string | undefined) | undefined,
  manifest: FormDefinition['manifest'] | undefined,
): ChoiceOption => {
  const label = manifest && text?.(manifest.title);
  if (label === undefined)
    return { value: id, label: <span lang="en">{title}</span>, hint: <span lang="en">{summary}</span> };
  return { value: id, label, hint: text?.(manifest?.summary ?? '') };
};
