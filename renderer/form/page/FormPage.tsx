import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Page, Problem } from '../../../engine/index.ts';
import { Element } from '../../controls/dispatch.tsx';
import { idOf } from '../../controls/question.tsx';
import { FormText } from '../../controls/FormText.tsx';
import { Words } from '../../controls/Words.tsx';
import { ErrorSummary, focusTarget, type SummaryEntry } from '../../parts/ErrorSummary.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { useFilling } from '../filling-context.ts';
import { FormActions } from './FormActions.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { CHECK, nearestOnPage, pageAddress } from './places.ts';
import { shownPages } from './shown-pages.ts';
import { LatestProblem } from '../interrupt/LatestProblem.tsx';
import { UnplacedAnswers } from '../check/UnplacedAnswers.tsx';
import { useFormT } from '../words.ts';

interface FormPageProps {
  open: OpenDraft;
  page: Page;
  /** All that are shown. */
  pages: readonly Page[];
}

/** Presses of Next that did not go on, and what the last one found. */
interface Attempt {
  count: number;
  found: ReadonlySet<string>;
}

const nameOf = ({ pointer, message }: Problem): string => `${pointer} ${message}`;

const goTo = ({ target }: SummaryEntry): void => {
  const near = target === undefined ? undefined : nearestOnPage(target);
  if (near !== undefined && near !== target) focusTarget(near);
};

/** One page of the form: why it is asked, its questions, and the way on. */
export const FormPage = ({ open, page, pages }: FormPageProps) => {
  const { filling, form, mode, saving } = open;
  const t = useFormT();
  const [, navigate] = useLocation();
  const fromCheck = new URLSearchParams(useSearch()).get('from') === CHECK;
  const element = useFilling((state) => state.element);
  const problems = useFilling((state) => state.problems);
  const [attempt, setAttempt] = useState<Attempt>(() => ({
    count: 0,
    // What is said already, because somebody wanted to submit, stands at the top from the beginning.
    found: new Set([...filling.state().shownProblems.values()].map(nameOf)),
  }));

  useEffect(() => {
    const near = nearestOnPage(window.location.hash.slice(1));
    if (near !== undefined) focusTarget(near);
  }, []);

  const number = pages.findIndex(({ id }) => id === page.id) + 1;
  const before = pages[number - 2];
  // What an attempt found leaves the summary as it is fixed; what comes up later waits for the next attempt.
  const told = problems.filter((problem) => attempt.found.has(nameOf(problem)));
  const wrong = told.some(({ level }) => level === 'error');

  const next = (): void => {
    filling.commitTyped();
    const passes = filling.tryNext();
    const state = filling.state();
    if (!passes) {
      const found = new Set(state.problems.map(nameOf));
      setAttempt({ count: attempt.count + 1, found });
      return;
    }
    void saving.flush();
    const now = shownPages(form.pages, state);
    const following = now[now.findIndex(({ id }) => id === page.id) + 1];
    navigate(pageAddress(mode.address, fromCheck || !following ? CHECK : following.id));
  };

  return (
    <>
      <ErrorSummary
        {...(!wrong && { title: t('lookAgain') })}
        entries={told.map(({ pointer, message }) => ({ target: idOf(pointer), message }))}
        attempt={attempt.count}
        onGo={goTo}
      />
      <PageTitle step={t('page', { number, pages: pages.length })} wrong={wrong} title={page.label}>
        <FormText text={page.label} />
      </PageTitle>
      {page.help !== undefined && (
        <p className="fill-why lines">
          <Words text={page.help} />
        </p>
      )}
      <UnplacedAnswers open={open} pageId={page.id} />
      <Element element={element} path="" />
      <LatestProblem />
      <FormActions
        open={open}
        onNext={next}
        nextLabel={t(fromCheck ? 'backToCheck' : 'next')}
        {...(before && !fromCheck && { previous: pageAddress(mode.address, before.id) })}
      />
    </>
  );
};
