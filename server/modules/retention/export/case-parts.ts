/** What the council itself wrote down about whom a case is about. */
import { formatDate, isConfidentialFrom } from '../../../../engine/index.ts';
import type { Case } from '../../../../wire/case.ts';
import type { JsonValue } from '../../../../engine/json.ts';
import type { CaseDescription, CaseDocument } from '../../cases/index.ts';
import { fact, linesOf, type Moment, type Part } from './part.ts';
import { family, type Names } from './standing.ts';

const rowLines = (rows: readonly string[][]): string[] =>
  rows.map((row) => row.filter((each) => each !== '').join(' – '));

interface CaseParts {
  found: CaseDocument;
  onWire: Case;
  description: CaseDescription;
  names: Names;
  moment: Moment;
}

/** The record, and its address and values that are kept from parents or young people. */
export const caseParts = ({ found, onWire, description, names, moment }: CaseParts): Part[] => {
  const { as, fields, identifiers } = description;
  const isKept = (name: string): boolean => isConfidentialFrom(names[name], family);
  const { address, ...subject } = found.subject;
  const addressName = `${as}.address`;
  const held: { name: string; label: string; value: JsonValue | undefined }[] = [
    { name: addressName, label: 'Address', value: address === undefined ? undefined : { ...address } },
    ...fields.map(({ name, label, choices = [] }) => {
      const value = found.values[name];
      return { name, label, value: choices.find((choice) => choice.value === value)?.label ?? value };
    }),
  ];
  const there = held.filter(({ value }) => linesOf(value).length > 0);
  const kept = there.filter(({ name }) => isKept(name));
  const id = 'case.kept';
  return [
    {
      id: 'case',
      kind: 'case',
      title: 'The council’s record: details, events, exceptions and clocks',
      at: found.updatedAt,
      content: (given) => {
        const told = given.has(id) ? there : there.filter((each) => !kept.includes(each));
        const { events, pauses, clocks, hold } = onWire;
        return {
          blocks: [
            ...fact('Name', `${subject.firstName} ${subject.lastName}`),
            ...fact('Date of birth', formatDate(subject.dateOfBirth)),
            ...identifiers.flatMap(({ name, label }) => fact(label, subject.identifiers[name])),
            ...told.flatMap(({ label, value }) => fact(label, ...linesOf(value))),
            ...fact('Opened', moment(found.createdAt)),
            ...fact('Officer', found.officer?.name),
            ...fact(
              'What happened',
              ...rowLines(events.map(({ on, label, about = '', by }) => [formatDate(on), label, about, by])),
            ),
            ...fact(
              'Exceptions',
              ...rowLines(
                pauses.map(({ from, to, label = '', reason }) => [
                  to === undefined ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`,
                  label,
                  reason,
                ]),
              ),
            ),
            ...fact(
              'Clocks',
              ...rowLines(
                clocks.map(({ label, about = '', dueOn, words }) => [label, about, formatDate(dueOn), words]),
              ),
            ),
            ...(hold === undefined ? [] : fact('Kept by', `${hold.by}, ${moment(hold.at)}`, hold.reason)),
          ],
          data: {
            subject: { ...subject, identifiers: { ...subject.identifiers } },
            values: Object.fromEntries(told.map(({ name, value }) => [name, value ?? null])),
            openedAt: found.createdAt,
            events: events.map(({ on, label, about = null, by }) => ({ on, label, about, by })),
            exceptions: pauses.map(({ from, to = null, label = null, reason }) => ({ from, to, label, reason })),
            clocks: clocks.map(({ label, about = null, startedOn, dueOn, words }) => ({
              label,
              about,
              startedOn,
              dueOn,
              words,
            })),
            hold: hold === undefined ? null : { ...hold },
          },
        };
      },
    },
    ...(kept.length === 0
      ? []
      : [
          {
            id,
            kind: 'case' as const,
            title: `In the council’s record: ${kept.map(({ label }) => label).join(', ')}`,
            asks: 'The council keeps this from parents and young people',
          },
        ]),
  ];
};
