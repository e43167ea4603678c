import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDateTime, type PrintOptions } from '../../../../engine/index.ts';
import type { Submission } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { submissionQuery } from '../../../api/records.ts';
import { Facts, type Fact } from '../../../parts/Facts.tsx';
import { ChevronLeftIcon } from '../../../parts/icons.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { TeamName } from '../../council/parts/TeamName.tsx';
import { Answers } from './Answers.tsx';
import { dayOf } from '../drafts/days-left.ts';
import { Responses } from './Responses.tsx';
import { TakeAway } from './TakeAway.tsx';
import '../forms.css';

interface SubmissionPageProps {
  id: string;
  copy: PrintOptions['copy'];
  /** The list that it stands in. */
  back: { href: string; label: string };
  /** What else can be done with it, before the answers. */
  more?: (submission: Submission) => ReactNode;
}

/** Everybody who wrote in it or signed it, as paper names them. */
const signedBy = ({ signatories = [] }: Submission, timeZone: string): Fact[] =>
  [...new Set(signatories.map(({ label }) => label))].map((label) => ({
    label,
    value: signatories
      .filter((each) => each.label === label)
      .map(({ name, at }) => `${name}, ${formatDateTime(at, timeZone)}`)
      .join('; '),
  }));

const factsOf = (submission: Submission, copy: PrintOptions['copy'], timeZone: string): Fact[] => [
  { label: 'Name', value: submission.subject },
  { label: 'Reference', value: <span className="numbers">{submission.reference}</span> },
  { label: 'Submitted', value: formatDateTime(submission.submittedAt, timeZone) },
  { label: 'Submitted by', value: submission.submittedBy },
  ...signedBy(submission, timeZone),
  ...(copy === 'council' ? [{ label: 'Team', value: <TeamName id={submission.team} /> }] : []),
  { label: 'Response', value: <Responses submission={submission} /> },
  ...(copy === 'own' ? [{ label: 'Can be read here until', value: dayOf(submission.visibleUntil, timeZone) }] : []),
];

/** One submitted form to read, print and take away; nothing in it can be changed. */
export const SubmissionPage = ({ id, copy, back, more }: SubmissionPageProps) => {
  const { timeZone } = useService();
  const query = useQuery(submissionQuery(id));
  return (
    <>
      <p className="back no-print">
        <Link href={back.href}>
          <ChevronLeftIcon />
          {back.label}
        </Link>
      </p>
      {query.isError && query.data === undefined && <PageTitle>This form cannot be shown</PageTitle>}
      <Loaded query={query} lines={8}>
        {(submission) => (
          <>
            <PageTitle>{submission.form.title}</PageTitle>
            <div className="submission-facts">
              <Facts facts={factsOf(submission, copy, timeZone)} />
            </div>
            <TakeAway submission={submission} />
            {more?.(submission)}
            <Answers submission={submission} copy={copy} />
          </>
        )}
      </Loaded>
    </>
  );
};
