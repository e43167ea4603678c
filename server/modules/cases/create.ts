/** A new case, unless the person has one. */
import type { NewCase } from '../../../wire/case.ts';
import { problem, type ProblemError } from '../../core/errors.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import type { CaseDocument, PersonRef } from './documents.ts';
import { likeCases } from './duplicates.ts';
import { newCaseReference, withDerived } from './record.ts';
import { storedSubject, personKey } from './subject.ts';
import { withValues } from './values.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { noteEffect, workEffect } from '../../platform/effects/pending.ts';
import type { Caller } from '../../platform/http/route.ts';
import { caseNotes, type WriterParts } from './write.ts';
import { newId } from '../../core/ids.ts';
import { unseen } from '../../core/retain.ts';

/** Name of the work that tells a form that a case was opened from it. */
export const openedWork = 'case-opened-from';

export const openedAlready = (): ProblemError =>
  problem('request-invalid', {
    errors: [{ pointer: '/openedFrom', message: 'A case was opened from this form already' }],
  });

/**
 * Makes a case. `opening`: by what it was opened, and what was noted of that. `refuse` is given the cases that may be about the same person and that `evenIf` does not name, and throws.
 * Two made at once of the same name and date of birth, or from the same form, become one case and one refusal.
 */
export const createCase = async (
  { store, clock, audit, view, board, kick }: WriterParts,
  caller: Pick<Caller, 'accountId'>,
  wanted: NewCase,
  officer: PersonRef | undefined,
  opening: Pick<CaseDocument, 'events' | 'openedFrom'>,
  refuse: (candidates: CaseDocument[]) => Promise<never>,
): Promise<CaseDocument> => {
  const now = await view();
  const subject = storedSubject(wanted.subject, now.settings, now.today);
  const values = withValues({}, wanted.values ?? {}, now.settings);
  const evenIf = wanted.evenIf ?? [];
  return untilWritten('cases', async () => {
    const like = await likeCases(store, subject);
    if (like.some(({ _id }) => !evenIf.includes(_id))) await refuse(like);
    const _id = newId();
    const key = personKey(subject);
    const content = {
      _id,
      edition: 1,
      reference: newCaseReference(),
      subject,
      team: wanted.team,
      ...(officer === undefined ? {} : { officer }),
      ...(wanted.addressKept === true ? { addressKept: true } : {}),
      values,
      ...opening,
      pauses: [],
      retain: unseen,
      personKey: like.length === 0 ? key : `${key} ${_id}`,
    };
    try {
      const entry = { actor: caller.accountId, action: 'case-created', subject: { kind: 'case', id: _id } } as const;
      const opened = wanted.openedFrom;
      const effects = [
        ...caseNotes(noteEffect(entry, clock.now()), undefined, content, clock.now()),
        ...(opened === undefined ? [] : [workEffect(openedWork, { submission: opened }, clock.now())]),
      ];
      const made = await store.insert('cases', withDerived(content, now, clock.now(), effects));
      await writeNotes({ store, audit }, 'cases', made);
      await board.write(_id);
      kick();
      return made;
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
      if (error.path === 'openedFrom') throw openedAlready();
      // Somebody else was first with the same person, whom the next look finds; or two references were alike.
      return overtaken;
    }
  });
};
