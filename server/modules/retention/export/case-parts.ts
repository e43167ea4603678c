/** What the council itself wrote down about whom a case is about. */
import { formatDate, isConfidentialFrom } from '../../../../engine/index.ts';
import type { Case } from '../../../../wire/case.ts';
import type { JsonValue } from '../../../../engine/json.ts';
import type { CaseDescription, CaseDocument } from '../../cases/index.ts';
import { fact, linesOf, type Moment, type Part } from './part.ts';
import { asksBecause, family, namesId, outsider, type Names } from './standing.ts';

/** The part of the record that is kept from the family. */
export const keptId = 'case.kept';

const rowLines = (rows: readonly string[][]): string[] =>
  rows.map((row) => row.filter((each) => each !== '').join(' – '));

interface CaseParts {
  found: CaseDocument;
  onWire: Case;
  description: CaseDescription;
  names: Names;
  moment: Moment;
  isCouncil: (accountId: string) => Promise<boolean>;
}

/** The record; what of it is kept from the family, and whom events and clocks are about, by a yes of their own. */
export const caseParts = async (given: CaseParts): Promise<Part[]> => {
  const { found, onWire, description, names, moment, isCouncil } = given;
  const { as, fields, identifiers } = description;
  const isKept = (name: string): boolean => isConfidentialFrom(names[name], family);
  const { firstName, lastName, dateOfBirth, identifiers: known, address } = found.subject;
  const unlabelled = Object.keys(found.values).filter((name) => fields.every((field) => field.name !== name));
  const held: { name: string; label: string; value: JsonValue | undefined }[] = [
    { name: `${as}.dateOfBirth`, label: 'Date of birth', value: dateOfBirth },
    ...identifiers.map(({ name, label }) => ({ name: `${as}.${name}`, label, value: known[name] })),
    { name: `${as}.address`, label: 'Address', value: address === undefined ? undefined : { ...address } },
    ...fields.map(({ name, label, choices = [] }) => {
      const value = found.values[name];
      return { name, label, value: choices.find((choice) => choice.value === value)?.label ?? value };
    }),
    ...unlabelled.map((name) => ({ name, label: name, value: found.values[name] })),
  ];
  const there = held.filter(({ value }) => linesOf(value).length > 0);
  // Of what case.json no longer describes nobody knows from whom it is kept.
  const kept = there.filter(({ name }) => isKept(name) || unlabelled.includes(name));
  const aboutId = 'case.about';
  const { events, pauses, clocks, hold } = onWire;
  const own = new Map(await Promise.all(found.events.map(async ({ id, by }) => [id, await isCouncil(by.id)] as const)));
  return [
    {
      id: 'case',
      kind: 'case',
      title: 'The council’s record: details, events, exceptions and clocks',
      at: found.updatedAt,
      content: (yes) => {
        const told = yes.has(keptId) ? there : there.filter((each) => !kept.includes(each));
        const aboutOf = ({ about }: { about?: string }): string | undefined => (yes.has(aboutId) ? about : undefined);
        const happened = events.map((event) => ({
          on: event.on,
          label: event.label,
          about: aboutOf(event) ?? null,
          by: own.get(event.id) === true || yes.has(namesId) ? event.by : outsider,
        }));
        const timed = clocks.map((clock) => ({
          label: clock.label,
          about: aboutOf(clock) ?? null,
          startedOn: clock.startedOn,
          dueOn: clock.dueOn,
          words: clock.words,
        }));
        return {
          blocks: [
            ...fact('Name', `${firstName} ${lastName}`),
            ...told.flatMap(({ label, value }) => fact(label, ...linesOf(value))),
            ...fact('Opened', moment(found.createdAt)),
            ...fact('Officer', found.officer?.name),
            ...fact(
              'What happened',
              ...rowLines(happened.map(({ on, label, about, by }) => [formatDate(on), label, about ?? '', by])),
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
                timed.map(({ label, about, dueOn, words }) => [label, about ?? '', formatDate(dueOn), words]),
              ),
            ),
            ...(hold === undefined ? [] : fact('Kept by', `${hold.by}, ${moment(hold.at)}`, hold.reason)),
          ],
          data: {
            subject: { firstName, lastName },
            values: Object.fromEntries(told.map(({ name, value }) => [name, value ?? null])),
            openedAt: found.createdAt,
            events: happened,
            exceptions: pauses.map(({ from, to = null, label = null, reason }) => ({ from, to, label, reason })),
            clocks: timed,
            hold: hold === undefined ? null : { ...hold },
          },
        };
      },
    },
    ...(kept.length === 0
      ? []
      : [
          {
            id: keptId,
            kind: 'case' as const,
            title: `In the council’s record: ${kept.map(({ label }) => label).join(', ')}`,
            asks: asksBecause.keptByCouncil,
          },
        ]),
    ...([...events, ...clocks].every(({ about }) => about === undefined)
      ? []
      : [
          {
            id: aboutId,
            kind: 'case' as const,
            title: 'In the council’s record: whom events and clocks are about',
            asks: asksBecause.about,
          },
        ]),
  ];
};
