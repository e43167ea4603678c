import { Link } from 'wouter';
import { formatDateTime } from '../../../../engine/index.ts';
import type { AuditLine } from '../../../../wire/council.ts';
import type { Column } from '../../../parts/Table.tsx';

/** Where the record of a line can be opened. */
const pageOf = ({ kind, id }: AuditLine['subject']): string | undefined => {
  const places: Record<string, string> = {
    case: '/council/cases',
    task: '/council/tasks',
    submission: '/received',
    group: '/council/groups',
    team: '/council/teams',
  };
  const place = places[kind];
  return place === undefined ? undefined : `${place}/${id}`;
};

const Subject = ({ subject }: { subject: AuditLine['subject'] }) => {
  const page = pageOf(subject);
  const words = subject.kind === subject.id ? subject.kind : `${subject.kind} ${subject.id}`;
  return page === undefined ? <>{words}</> : <Link href={page}>{words}</Link>;
};

/** The trail of earlier releases is one chain, whose entries have a number only. */
const numberOf = ({ chain, sequence }: AuditLine): string =>
  chain === 'main' ? String(sequence) : `${chain}.${sequence}`;

/** A line of the audit trail. */
export const auditColumns = (timeZone: string): Column<AuditLine>[] => [
  { label: 'When', numbers: true, cell: ({ at }) => <span className="nowrap">{formatDateTime(at, timeZone)}</span> },
  { label: 'Who', cell: ({ actorName }) => actorName },
  { label: 'What', cell: ({ words }) => words },
  { label: 'Record', cell: ({ subject }) => <Subject subject={subject} /> },
  { label: 'Number', numbers: true, cell: numberOf },
];
