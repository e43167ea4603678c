/** The PDF of a draft or a submission, from its own version of the form. */
import { englishPrintWords, printDocument } from '../../../../engine/index.ts';
import type { PrintDocument, PrintOptions } from '../../../../engine/index.ts';
import { today } from '../../../core/clock.ts';
import type { Clock } from '../../../core/clock.ts';
import { problem } from '../../../core/errors.ts';
import { fromOwnJson, type OwnJson } from '../../../core/own-json.ts';
import { renderPdf } from '../../../platform/pdf/index.ts';
import type { Catalogue, FormVersion } from '../../catalogue/index.ts';
import type { DraftDocument, Drafts, SeenCopy, SubmissionDocument } from '../../drafts/index.ts';
import type { Printing } from '../judging-worker.ts';
import type { Judging } from '../judging.ts';

export interface Printed {
  bytes: Buffer;
  /** Of its words. */
  language: string;
}

export interface PrintService {
  /**
   * What somebody sees of it, in the copy that is theirs, for the account `person`. `signatories`: who has written in it so far. Throws pdf-unavailable or
   * check-unavailable.
   */
  ofDraft: (
    person: string,
    draft: DraftDocument,
    seen: SeenCopy,
    signatories?: PrintOptions['signatories'],
  ) => Promise<Printed>;
  ofSubmission: (person: string, submission: SubmissionDocument, seen: SeenCopy) => Promise<Printed>;
  /** What `ofSubmission` and `ofDraft` are drawn from. Throws check-unavailable. */
  contentFor: (person: string, submission: SubmissionDocument, seen: SeenCopy) => Promise<PrintDocument>;
  contentForDraft: (person: string, draft: DraftDocument, seen: SeenCopy) => Promise<PrintDocument>;
  /** What a PDF of all of it is drawn from: for operators, who send it to nobody. */
  contentOfSubmission: (submission: SubmissionDocument, copy: PrintOptions['copy']) => Promise<PrintDocument>;
}

export interface PrintParts {
  clock: Clock;
  timeZone: string;
  catalogue: Catalogue;
  drafts: Drafts;
  judging: Judging;
}

/** What is printed, from which version and in which language. */
interface ToPrint {
  formVersion: FormVersion;
  language: string | undefined;
  printing: Printing;
}

export const createPrintService = ({ clock, timeZone, catalogue, drafts, judging }: PrintParts): PrintService => {
  const ofSubmission = async (
    submission: SubmissionDocument,
    { answers, context }: Pick<Printing, 'answers' | 'context'>,
    copy: PrintOptions['copy'],
  ): Promise<ToPrint> => {
    const { reference, submittedAt, submittedBy, signatories = [] } = submission;
    const formVersion = await catalogue.formVersion(submission.form.hash);
    if (formVersion === undefined) throw problem('gone');
    const language = languageFor(submission, copy);
    const label = (await formVersion.inLanguage(language)).text('word.submittedBy') ?? englishPrintWords.submittedBy;
    const options: PrintOptions = {
      status: 'submitted',
      copy,
      timeZone,
      reference,
      submittedAt,
      signatories: [...signatories, { label, name: submittedBy, at: submittedAt }],
    };
    return { formVersion, language, printing: { answers, context: { ...context, today: submission.today }, options } };
  };
  const content = async (person: string, { formVersion, language, printing }: ToPrint): Promise<PrintDocument> => {
    const document = await judging.print(person, formVersion, language, printing);
    if (!(document instanceof Uint8Array)) return document;
    const text: OwnJson<PrintDocument> = Buffer.from(document).toString('utf8');
    return fromOwnJson(text);
  };
  const draw = async (person: string, { formVersion, language, printing }: ToPrint): Promise<Printed> => {
    const document = await judging.print(person, formVersion, language, printing);
    return { bytes: await renderPdf(document, person), language: (await formVersion.inLanguage(language)).language };
  };

  const ofDraft = async (
    draft: DraftDocument,
    seen: SeenCopy,
    signatories: NonNullable<PrintOptions['signatories']>,
  ): Promise<ToPrint> => {
    const formVersion = await drafts.formVersionOf(draft);
    const context = { ...seen.context, today: today(clock, timeZone) };
    const options: PrintOptions = { status: 'draft', copy: seen.copy, timeZone, signatories };
    const language = languageFor(draft, seen.copy);
    return { formVersion, language, printing: { answers: seen.answers, context, options } };
  };

  return {
    ofDraft: async (person, draft, seen, signatories = []) => draw(person, await ofDraft(draft, seen, signatories)),
    contentForDraft: async (person, draft, seen) => content(person, await ofDraft(draft, seen, [])),
    contentFor: async (person, submission, seen) => content(person, await ofSubmission(submission, seen, seen.copy)),

    ofSubmission: async (person, submission, seen) => draw(person, await ofSubmission(submission, seen, seen.copy)),

    contentOfSubmission: async (submission, copy) => {
      const { answers, context: values, today: day } = submission;
      const whole = { answers, context: { today: day, values, nothingHidden: true } };
      const { formVersion, language, printing } = await ofSubmission(submission, whole, copy);
      return printDocument(
        await formVersion.inLanguage(language),
        printing.answers,
        printing.context,
        printing.options,
      );
    },
  };
};

/** The council reads its own copy in English, whatever language it was filled in. */
const languageFor = ({ language }: Pick<DraftDocument, 'language'>, copy: PrintOptions['copy']): string | undefined =>
  copy === 'own' ? language : undefined;

/** A file name that every system takes: `FW-7K3M-9Q4P.pdf`. Never a person's name. */
export const pdfName = (reference: string | undefined): string => `${reference ?? 'draft'}.pdf`;
