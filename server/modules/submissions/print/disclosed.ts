/** A form as it is given out about whom it is about: in words and as answers, without what is kept from somebody. */
import { answersFor } from '../../../../engine/index.ts';
import type { AnswersForViewer, ConfidentialNames, Party, PrintDocument } from '../../../../engine/index.ts';
import { withoutRows } from '../../../../engine/json.ts';
import { today, type Clock } from '../../../core/clock.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { DraftDocument, SeenCopy, SubmissionDocument } from '../../drafts/index.ts';
import type { PrintService } from './print-service.ts';

/** From whom things are kept in it, and by whose names. */
export interface DisclosedTo {
  parties: readonly Party[];
  names: ConfidentialNames;
}

export interface DisclosedForm {
  answers: AnswersForViewer;
  /** What those questions are called whose answers were left out. */
  kept: string[];
  /** Documents that were left out with them, by id. */
  documents: ReadonlySet<string>;
  /** Draws it for the account `person`. Throws as `PrintService`. */
  print: (person: string) => Promise<PrintDocument>;
}

export interface DisclosedForms {
  /** Undefined where its form is not known any more. */
  ofSubmission: (submission: SubmissionDocument, to: DisclosedTo) => Promise<DisclosedForm | undefined>;
  ofDraft: (draft: DraftDocument, to: DisclosedTo) => Promise<DisclosedForm | undefined>;
}

export interface DisclosedParts {
  clock: Clock;
  timeZone: string;
  catalogue: Pick<Catalogue, 'formVersion'>;
  prints: Pick<PrintService, 'contentFor' | 'contentForDraft'>;
}

export const createDisclosedForms = ({ clock, timeZone, catalogue, prints }: DisclosedParts): DisclosedForms => {
  const seenIn = async (
    { form: { hash }, answers, context: values }: Pick<DraftDocument, 'form' | 'answers' | 'context'>,
    { parties, names }: DisclosedTo,
    day: string,
  ): Promise<(Omit<DisclosedForm, 'print'> & { seen: SeenCopy }) | undefined> => {
    const formVersion = await catalogue.formVersion(hash);
    if (formVersion === undefined) return undefined;
    const form = formVersion.compiled();
    const viewer = { parties: new Set(parties), names, wrote: () => true, added: () => false };
    const found = answersFor(form, answers, viewer, { today: day, values });
    const seen: SeenCopy = { ...found, context: { ...found.context, nothingHidden: true }, copy: 'council' };
    const kept = found.withheld.map((place) => form.questionAt(withoutRows(place))?.label ?? 'Documents');
    return { seen, answers: found.answers, kept: [...new Set(kept)], documents: found.documents };
  };

  return {
    ofSubmission: async (submission, to) => {
      const found = await seenIn(submission, to, submission.today);
      return found && { ...found, print: (person) => prints.contentFor(person, submission, found.seen) };
    },
    ofDraft: async (draft, to) => {
      const found = await seenIn(draft, to, today(clock, timeZone));
      return found && { ...found, print: (person) => prints.contentForDraft(person, draft, found.seen) };
    },
  };
};
