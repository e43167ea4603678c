import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { plural, type Problem } from '../../engine/index.ts';
import { Notice } from '../parts/Notice.tsx';

interface ProblemListProps {
  problems: readonly Problem[];
  address: (problem: Problem) => string;
  /** Takes focus whenever this grows: the person wanted to go on, and cannot yet. */
  attempt: number;
}

const Links = ({ problems, address }: Omit<ProblemListProps, 'attempt'>) => (
  <ul>
    {problems.map((problem) => (
      <li key={`${problem.pointer} ${problem.keyword}`}>
        <Link href={address(problem)}>{problem.message}</Link>
      </li>
    ))}
  </ul>
);

/** What stands in the way on all pages, and what is worth another look, each with the way to its question. */
export const ProblemList = ({ problems, address, attempt }: ProblemListProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  const errors = problems.filter(({ level }) => level === 'error');
  const warnings = problems.filter(({ level }) => level === 'warning');
  return (
    <div className="no-print">
      {errors.length > 0 && (
        <div className="summary" ref={box} tabIndex={-1} role="group" aria-labelledby="problems-title">
          <h2 id="problems-title">
            {plural(errors.length, 'answer needs', 'answers need')} your attention before you can submit
          </h2>
          <Links problems={errors} address={address} />
        </div>
      )}
      {warnings.length > 0 && (
        <Notice kind="warning">
          <p>Have another look at this. You can submit all the same.</p>
          <Links problems={warnings} address={address} />
        </Notice>
      )}
    </div>
  );
};
