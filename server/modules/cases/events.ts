/** What happened in a case, when its clocks stood still, and why it is kept. `noted`: what the audit trail says of it. */
import { isRealDate } from '../../../engine/index.ts';
import { problem } from '../../core/errors.ts';
import type { CaseDocument, CaseEventRecord, CaseHold, CasePause, PersonRef } from './documents.ts';
import type { CaseSettingsFile } from './settings.ts';
import type { CaseChanges, CaseWriter } from './write.ts';
import type { Noted } from '../../platform/effects/pending.ts';
import { newId } from '../../core/ids.ts';

export interface CaseEvents {
  /**
   * Notes that an event happened on a day. The same event of the same day is noted once. Throws not-found for no case, and
   * request-invalid for no such event or day.
   */
  noteEvent: (caseId: string, name: string, on: string, by: PersonRef, noted: Noted) => Promise<CaseDocument>;
  /** Notes the events that case.json ties to a form, when it is sent as a task, comes back or could not be sent. Of no case, nothing. */
  noteForm: (
    caseId: string,
    form: string,
    is: 'sent' | 'submitted' | 'unsent',
    on: string,
    by: PersonRef,
  ) => Promise<void>;
  removeEvent: (caseId: string, event: string, noted: Noted) => Promise<CaseDocument>;
  pause: (caseId: string, pause: Omit<CasePause, 'id'>, noted: Noted) => Promise<CaseDocument>;
  /** Throws not-found when there is no such pause. */
  changePause: (caseId: string, pause: CasePause, noted: Noted) => Promise<CaseDocument>;
  removePause: (caseId: string, pause: string, noted: Noted) => Promise<CaseDocument>;
  /** Keeps the case and all that belongs to it until `endHold`. Throws gone when it is being removed already. */
  hold: (caseId: string, hold: CaseHold, noted: Noted) => Promise<CaseDocument>;
  endHold: (caseId: string, noted: Noted) => Promise<CaseDocument>;
}

const most = 500;

const wrong = (pointer: string, message: string) => problem('request-invalid', { errors: [{ pointer, message }] });

const checkPause = ({ from, to }: Pick<CasePause, 'from' | 'to'>): void => {
  if (!isRealDate(from)) throw wrong('/from', 'Enter a real date');
  if (to !== undefined && (!isRealDate(to) || to < from))
    throw wrong('/to', 'Enter a real date that is not before the first day');
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
  const noteEvent: CaseEvents['noteEvent'] = async (caseId, name, on, by, noted) => {
    if (!settings.current().events.some((event) => event.name === name)) throw wrong('/name', 'This is not known here');
    if (!isRealDate(on)) throw wrong('/on', 'Enter a real date');
    const withEvent = ({ events }: CaseDocument): CaseChanges | undefined => {
      if (events.some((event) => event.name === name && event.on === on)) return undefined;
      checkRoom(events);
      const event: CaseEventRecord = { id: newId(), name, on, by };
      return { events: [...events, event] };
    };
    return change(caseId, withEvent, noted);
  };

  return {
    noteEvent,
    noteForm: async (caseId, form, is, on, by) => {
      const { events } = settings.current();
      for (const { name, notedWhen } of events)
        if (notedWhen?.form === form && notedWhen.is === is) await noteEvent(caseId, name, on, by, 'not noted');
    },
    removeEvent: (caseId, event, noted) => change(caseId, ({ events }) => ({ events: without(events, event) }), noted),
    pause: async (caseId, pause, noted) => {
      checkPause(pause);
      const withPause = ({ pauses }: CaseDocument): CaseChanges => {
        checkRoom(pauses);
        return { pauses: [...pauses, { ...pause, id: newId() }] };
      };
      return change(caseId, withPause, noted);
    },
    changePause: async (caseId, pause, noted) => {
      checkPause(pause);
      return change(caseId, ({ pauses }) => ({ pauses: [...without(pauses, pause.id), pause] }), noted);
    },
    removePause: (caseId, pause, noted) => change(caseId, ({ pauses }) => ({ pauses: without(pauses, pause) }), noted),
    hold: (caseId, hold, noted) => change(caseId, () => ({ hold }), noted),
    endHold: (caseId, noted) => change(caseId, ({ hold }) => (hold === undefined ? undefined : { hold: null }), noted),
  };
};
