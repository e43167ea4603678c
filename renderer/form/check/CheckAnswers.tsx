import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { printDocument, validate } from '../../../engine/index.ts';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { PrintView } from '../../print/PrintView.tsx';
import { HiddenAnswers } from './HiddenAnswers.tsx';
import { useFilling, useTools } from '../filling-context.ts';
import { FormActions } from '../page/FormActions.tsx';
import { mayChange } from './may-change.ts';
import type { OpenDraft } from '../open/opened.ts';
import { pageAddress } from '../page/places.ts';
import { ProblemList } from '../page/ProblemList.tsx';
import { useShownPages } from '../page/shown-pages.ts';
import { UnplacedAnswers } from './UnplacedAnswers.tsx';
import { SubmitDialog } from '../submit/SubmitDialog.tsx';
import { useFormT } from '../words.ts';

/** All answers before they are sent, each with the way to change it, and what still stands in the way. */
export const CheckAnswers = ({ open }: { open: OpenDraft }) => {
  const { form, filling, draft, mode, context, service } = open;
  const answers = useFilling((state) => state.answers);
  const shown = useFilling((state) => state.shown);
  const { locked } = useTools();
  const changes = mayChange(form, locked, shown);
  const [attempt, setAttempt] = useState(0);
  const [asked, setAsked] = useState(false);
  const pages = useShownPages();
  const t = useFormT();
  useEffect(() => filling.commitTyped(), [filling]);

  const document = useMemo(
    () =>
      printDocument(form, answers, context, {
        status: 'draft',
        copy: 'council',
        timeZone: service.timeZone,
        omitEmpty: false,
      }),
    [form, answers, context, service.timeZone],
  );
  const problems = useMemo(() => validate(form, answers, 'all', context), [form, answers, context]);
  const errors = problems.filter(({ level }) => level === 'error');
  const last = pages.at(-1);
  const submit = (): void => {
    if (filling.validateAll().some(({ level }) => level === 'error')) setAttempt(attempt + 1);
    else setAsked(true);
  };
  const question = (pageId: string, pointer: string): string =>
    pageAddress(mode.address, pageId, { pointer, fromCheck: true });

  return (
    <>
      <ProblemList
        pages={pages}
        problems={problems}
        address={({ page, pointer }) => question(page, pointer)}
        attempt={attempt}
        onGo={() => filling.validateAll()}
      />
      <PageTitle step={document.title} wrong={attempt > 0 && errors.length > 0}>
        {t('checkAnswers')}
      </PageTitle>
      <p>{t('checkAnswers.lead')}</p>
      <PrintView
        document={document}
        action={({ id, heading, blocks }) =>
          blocks.some((block) => 'pointer' in block && changes(block.pointer)) && (
            <Link href={pageAddress(mode.address, id, { fromCheck: true })} className="no-print">
              {t('change')}
              <span className="visually-hidden">{t('change.page', { page: heading })}</span>
            </Link>
          )
        }
        answerAction={({ pointer, question: asks }, { id }) =>
          changes(pointer) && (
            <Link href={question(id, pointer)} className="check-change no-print">
              {t('change')}
              <span className="visually-hidden"> {asks}</span>
            </Link>
          )
        }
        attachmentHref={({ id }) => `/api/drafts/${draft.id}/attachments/${id}`}
      />
      <UnplacedAnswers open={open} />
      <HiddenAnswers open={open} />
      <FormActions
        open={open}
        atEnd
        onNext={submit}
        nextLabel={form.text(form.definition.manifest.confirm.button) ?? t('submit')}
        {...(last && { previous: pageAddress(mode.address, last.id) })}
      />
      {asked && (
        <SubmitDialog
          open={open}
          onClose={() => setAsked(false)}
          onProblems={() => {
            setAsked(false);
            filling.validateAll();
            setAttempt(attempt + 1);
          }}
        />
      )}
    </>
  );
};
