import type { Case, CaseSettings, CaseSummary } from '../../../wire/case.ts';
import type { CaseDocument } from './documents.ts';
import type { CaseDescription } from './settings-shape.ts';
import { byUrgency, clocksOf, isRunning } from './clocks/clocks.ts';
import type { CaseView, RunningClock } from './clocks/clocks.ts';

/** What lists show of a case, with its most urgent clock. */
export const caseSummary = (found: CaseDocument, openTasks: number, view: CaseView): CaseSummary => {
  const { _id, reference, subject, team, officer } = found;
  const { firstName, lastName, dateOfBirth, identifiers } = subject;
  const clock = clocksOf(found, view)
    .filter(({ run }) => isRunning(run))
    .sort(byUrgency)[0]?.reading;
  return {
    id: _id,
    reference,
    subject: { firstName, lastName, dateOfBirth },
    identifiers,
    team,
    ...(officer === undefined ? {} : { officer }),
    openTasks,
    ...(clock === undefined ? {} : { clock }),
  };
};

/** What somebody of another team is told of a case that may be about the same person. */
export const caseElsewhere = ({ _id, reference, subject, team }: CaseDocument): CaseSummary => ({
  id: _id,
  reference,
  subject: { firstName: subject.firstName, lastName: subject.lastName, dateOfBirth: subject.dateOfBirth },
  identifiers: {},
  team,
  openTasks: 0,
});

const mostLikely = 4;

/** What would meet the clocks that run, the most urgent first. */
const likelyEvents = (clocks: readonly RunningClock[], settings: CaseDescription): Case['likelyEvents'] => {
  const found = clocks.flatMap(({ run, reading, about }) => {
    if (!isRunning(run) || reading === undefined || reading.state === 'waiting') return [];
    const metBy = settings.clocks.find(({ id }) => id === run.clock)?.metBy ?? [];
    return metBy.flatMap((name): Case['likelyEvents'] => {
      const event = settings.events.find((each) => each.name === name);
      if (event === undefined) return [];
      return [{ name, label: event.label, ...(about === undefined || event.about === undefined ? {} : { about }) }];
    });
  });
  return [...new Map(found.map((event) => [`${event.name} ${event.about ?? ''}`, event])).values()].slice(
    0,
    mostLikely,
  );
};

export const caseOnWire = (found: CaseDocument, openTasks: number, view: CaseView): Case => {
  const { settings } = view;
  const {
    edition,
    subject,
    addressKept = false,
    values,
    openedFrom,
    events,
    pauses,
    hold,
    createdAt,
    updatedAt,
  } = found;
  const running = clocksOf(found, view).sort(byUrgency);
  const clocks = running.flatMap(({ reading }) => reading ?? []);
  return {
    ...caseSummary(found, openTasks, view),
    revision: edition,
    ...(subject.address === undefined ? {} : { address: subject.address }),
    addressKept,
    values,
    ...(openedFrom === undefined ? {} : { openedFrom }),
    clocks,
    events: events
      .toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
      .map(({ id, name, on, by, about }) => ({
        id,
        name,
        label: settings.events.find((event) => event.name === name)?.label ?? name,
        ...(about === undefined ? {} : { about }),
        on,
        by: by.name,
      })),
    likelyEvents: likelyEvents(running, settings),
    pauses: pauses
      .toSorted((one, other) => (one.from < other.from ? 1 : -1))
      .map((pause) => {
        const label = settings.exceptions?.find(({ code }) => code === pause.code)?.label ?? pause.code;
        return label === undefined ? pause : { ...pause, label };
      }),
    ...(hold === undefined ? {} : { hold: { reason: hold.reason, by: hold.by.name, at: hold.at } }),
    createdAt,
    updatedAt,
  };
};

export const caseSettingsOnWire = (description: CaseDescription): CaseSettings => {
  const { subject, identifiers, fields, events, exceptions = [], clocks, openedBy = [] } = description;
  const labelOf = (name: string): string => events.find((event) => event.name === name)?.label ?? name;
  return {
    subject,
    identifiers,
    fields,
    events: events.map(({ name, label, about }) => ({ name, label, ...(about === undefined ? {} : { about }) })),
    exceptions: exceptions.map(({ code, label }) => ({ code, label })),
    clocks: clocks.map(({ id, label, from, length, source }) => ({
      id,
      label,
      from: from.map(labelOf).join(' or '),
      length,
      ...(source === undefined ? {} : { source }),
    })),
    openedBy,
  };
};
