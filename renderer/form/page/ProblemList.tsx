import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Page, Problem } from '../../../engine/index.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useFormT } from '../words.ts';

/** More than these are told page by page. */
const MOST_ONE_BY_ONE = 15;

interface ProblemListProps {
  pages: readonly Page[];
  problems: readonly Problem[];
  address: (problem: Problem) => string;
  /** How often the person wanted to go on and could not yet. From the first time on, the list is an alarm and takes focus. */
  attempt: number;
  /** Somebody goes to a question from here. */
  onGo: () => void;
}

/** All of them, those that are not listed too. */
const countOf = (problems: readonly Problem[]): number => problems.reduce((sum, { more = 1 }) => sum + more, 0);

/** What stands in the way on all pages, and what is worth another look, each with the way to its question. */
export const ProblemList = ({ pages, problems, address, attempt, onGo }: ProblemListProps) => {
  const t = useFormT();
  const errors = problems.filter(({ level }) => level === 'error');
  const warnings = problems.filter(({ level }) => level === 'warning');
  const byPage = (): ReactNode => (
    <ul>
      {pages.map(({ id, label }) => {
        const here = errors.filter(({ page }) => page === id);
        const [first] = here;
        if (!first) return null;
        return (
          <li key={id}>
            <Link href={address(first)} onClick={onGo}>
              {label}
            </Link>
            : {t.count('answers', countOf(here))}
          </li>
        );
      })}
    </ul>
  );
  const links = (about: readonly Problem[]): ReactNode => (
    <ul>
      {about.map((problem) => (
        <li key={`${problem.pointer} ${problem.keyword}`}>
          <Link href={address(problem)} onClick={onGo}>
            {problem.message}
          </Link>
        </li>
      ))}
    </ul>
  );
  const told = errors.length > MOST_ONE_BY_ONE ? byPage() : links(errors);
  const count = t.count('needs', countOf(errors));
  return (
    <div className="no-print">
      {errors.length > 0 && attempt > 0 && (
        <Alarm title={count} attempt={attempt}>
          {told}
        </Alarm>
      )}
      {errors.length > 0 && attempt === 0 && (
        <Notice>
          <p>{count}.</p>
          {told}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="warning">
          <p>{t('warnings')}</p>
          {links(warnings)}
        </Notice>
      )}
    </div>
  );
};

const Alarm = ({ title, attempt, children }: { title: string; attempt: number; children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  return (
    <div className="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="problems-title">
      <h2 id="problems-title">{title}</h2>
      {children}
    </div>
  );
};
