/** What happened in a case, which exceptions lifted its duties, and why it is kept. `noted`: what the audit trail says of it. */
import { isRealDate, searchKey } from '../../../engine/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { problem } from '../../core/errors.ts';
import type { CaseDocument, CaseEventRecord, CaseHold, CasePause, PersonRef } from './documents.ts';
import type { CaseSettingsFile } from './settings.ts';
import type { NotedWhen } from './settings-shape.ts';
import type { CaseChanges, CaseWriter } from './write.ts';
import type { Noted } from '../../platform/effects/pending.ts';
import { newId } from '../../core/ids.ts';

/** What a form tells the events that are noted by it. */
export interface FormFacts {
  /** The organisation or person that was asked. */
  about?: string;
  /** Of the same task the same is told, whatever `about` would be by now. */
  task?: string;
  /** What was answered: of a question that an event names, the day on which it happened. */
  answers?: JsonObject;
}

export interface CaseEvents {
  /**
   * Notes that an event happened on a day. The same event of the same day, about the same, is noted once. Throws not-found for no case, and
   * request-invalid for no such event or day.
   */
  noteEvent: (
    caseId: string,
    name: string,
    on: string,
    by: PersonRef,
    noted: Noted,
    facts?: Pick<FormFacts, 'about' | 'task'>,
  ) => Promise<CaseDocument>;
  /** Notes the events that case.json ties to a form and what happens to it, on the day `on` where no answer says another. Of no case, nothing. */
  noteForm: (
    caseId: string,
    form: string,
    is: NotedWhen['is'],
    on: string,
    by: PersonRef,
    facts?: FormFacts,
  ) => Promise<void>;
  removeEvent: (caseId: string, event: string, noted: Noted) => Promise<CaseDocument>;
  pause: (caseId: string, pause: Omit<CasePause, 'id'>, noted: Noted) => Promise<CaseDocument>;
  /** Its code may stay what it was, even none. Throws not-found when there is no such pause. */
  changePause: (caseId: string, pause: CasePause, noted: Noted) => Promise<CaseDocument>;
  removePause: (caseId: string, pause: string, noted: Noted) => Promise<CaseDocument>;
  /** Keeps the case and all that belongs to it until `endHold`. Throws gone when it is being removed already. */
  hold: (caseId: string, hold: CaseHold, noted: Noted) => Promise<CaseDocument>;
  endHold: (caseId: string, noted: Noted) => Promise<CaseDocument>;
}

const most = 500;

const wrong = (pointer: string, message: string) => problem('request-invalid', { errors: [{ pointer, message }] });

const checkDays = ({ from, to, target }: Omit<CasePause, 'id'>): void => {
  if (!isRealDate(from)) throw wrong('/from', 'Enter a real date');
  if (to !== undefined && (!isRealDate(to) || to < from))
    throw wrong('/to', 'Enter a real date that is not before the first day');
  if (target !== undefined && (!isRealDate(target) || target < from))
    throw wrong('/target', 'Enter a real date that is not before the first day');
};

/** Where the council names its exceptions, one of them is told. */
const checkCode = ({ code }: Omit<CasePause, 'id'>, codes: readonly string[]): void => {
  if (code === undefined ? codes.length > 0 : !codes.includes(code))
    throw wrong('/code', 'Choose which exception applies');
};

/** The same in the spelling by which things are compared; what is about nothing is about the same. */
const isSame = (one: string | undefined, other: string | undefined): boolean =>
  searchKey(one ?? '') === searchKey(other ?? '');

const conditionsOf = (noted: NotedWhen | NotedWhen[] | undefined): NotedWhen[] =>
  noted === undefined ? [] : Array.isArray(noted) ? noted : [noted];

const answeredDay = ({ on }: NotedWhen, answers: JsonObject | undefined): string | undefined => {
  const day = on === undefined ? undefined : answers?.[on];
  return typeof day === 'string' && isRealDate(day) ? day : undefined;
};

/** The list without the entry of this id. Throws not-found. */
const without = <T extends { id: string }>(list: readonly T[], id: string): T[] => {
  const rest = list.filter((entry) => entry.id !== id);
  if (rest.length === list.length) throw problem('not-found');
  return rest;
};

const checkRoom = (list: readonly unknown[]): void => {
  if (list.length >= most) throw wrong('', 'There are too many entries already');
};

export const createCaseEvents = ({ change }: CaseWriter, settings: CaseSettingsFile): CaseEvents => {
  const codes = (): string[] => (settings.current().exceptions ?? []).map(({ code }) => code);

  const noteEvent: CaseEvents['noteEvent'] = async (caseId, name, on, by, noted, { about: said, task } = {}) => {
    if (!settings.current().events.some((event) => event.name === name)) throw wrong('/name', 'This is not known here');
    if (!isRealDate(on)) throw wrong('/on', 'Enter a real date');
    const withEvent = ({ events }: CaseDocument): CaseChanges | undefined => {
      const told = task === undefined ? undefined : events.find((event) => event.task === task)?.about;
      const about = told ?? said;
      if (events.some((event) => event.name === name && event.on === on && isSame(event.about, about)))
        return undefined;
      checkRoom(events);
      const event: CaseEventRecord = {
        id: newId(),
        name,
        on,
        by,
        ...(about === undefined ? {} : { about }),
        ...(task === undefined ? {} : { task }),
      };
      return { events: [...events, event] };
    };
    return change(caseId, withEvent, noted);
  };

  return {
    noteEvent,
    noteForm: async (caseId, form, is, on, by, { answers, ...facts } = {}) => {
      const { events } = settings.current();
      for (const { name, notedWhen } of events)
        for (const condition of conditionsOf(notedWhen).filter((each) => each.form === form && each.is === is))
          await noteEvent(caseId, name, answeredDay(condition, answers) ?? on, by, 'not noted', facts);
    },
    removeEvent: (caseId, event, noted) => change(caseId, ({ events }) => ({ events: without(events, event) }), noted),
    pause: async (caseId, pause, noted) => {
      checkDays(pause);
      checkCode(pause, codes());
      const withPause = ({ pauses }: CaseDocument): CaseChanges => {
        checkRoom(pauses);
        return { pauses: [...pauses, { ...pause, id: newId() }] };
      };
      return change(caseId, withPause, noted);
    },
    changePause: async (caseId, pause, noted) => {
      checkDays(pause);
      const withPause = ({ pauses }: CaseDocument): CaseChanges => {
        const rest = without(pauses, pause.id);
        // An older release wrote none, and the council may have named others then: what stands may stay.
        if (pauses.every(({ id, code }) => id !== pause.id || code !== pause.code)) checkCode(pause, codes());
        return { pauses: [...rest, pause] };
      };
      return change(caseId, withPause, noted);
    },
    removePause: (caseId, pause, noted) => change(caseId, ({ pauses }) => ({ pauses: without(pauses, pause) }), noted),
    hold: (caseId, hold, noted) => change(caseId, () => ({ hold }), noted),
    endHold: (caseId, noted) => change(caseId, ({ hold }) => (hold === undefined ? undefined : { hold: null }), noted),
  };
};
