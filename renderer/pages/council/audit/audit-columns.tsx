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

const Subject = ({ subject: { kind, id }, named }: { subject: AuditLine['subject']; named: boolean }) => {
  const page = pageOf({ kind, id });
  const words = named || kind === id ? kind : `${kind} ${id}`;
  return page === undefined ? <>{words}</> : <Link href={page}>{words}</Link>;
};

/** The trail of earlier releases is one chain, whose entries have a number only. */
const numberOf = ({ chain, sequence }: AuditLine): string =>
  chain === 'main' ? String(sequence) : `${chain}.${sequence}`;

/** A line of the audit trail. `named`: records are told by their kind alone, as to whoever knows which case they are of. */
export const auditColumns = (timeZone: string, named = false): Column<AuditLine>[] => [
  { label: 'When', numbers: true, cell: ({ at }) => <span className="nowrap">{formatDateTime(at, timeZone)}</span> },
  { label: 'Who', cell: ({ actorName }) => actorName },
  { label: 'What', cell: ({ words }) => words },
  { label: 'Record', cell: ({ subject }) => <Subject subject={subject} named={named} /> },
  { label: 'Number', numbers: true, cell: numberOf },
];
