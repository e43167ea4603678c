/** The PDF of a draft or a submission, from its own version of the form. */
import { englishPrintWords, printDocument } from '../../../engine/index.ts';
import type { PrintDocument, PrintOptions } from '../../../engine/index.ts';
import { today } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import { renderPdf } from '../../platform/pdf/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DraftDocument, SubmissionDocument } from '../drafts/documents.ts';
import type { Drafts } from '../drafts/drafts.ts';

export interface Printed {
  bytes: Buffer;
  /** Of its words. */
  language: string;
}

export interface Paper {
  /** `signatories`: who has written in it so far. */
  ofDraft: (draft: DraftDocument, signatories?: PrintOptions['signatories']) => Promise<Printed>;
  ofSubmission: (submission: SubmissionDocument, copy: PrintOptions['copy']) => Promise<Printed>;
  /** What such a PDF is drawn from. */
  contentOfSubmission: (submission: SubmissionDocument, copy: PrintOptions['copy']) => Promise<PrintDocument>;
}

export interface PaperParts {
  clock: Clock;
  timeZone: string;
  catalogue: Catalogue;
  drafts: Drafts;
}

export const createPaper = ({ clock, timeZone, catalogue, drafts }: PaperParts): Paper => {
  const contentOfSubmission: Paper['contentOfSubmission'] = async (submission, copy) => {
    const { answers, context, reference, submittedAt, submittedBy, signatories = [] } = submission;
    const edition = await catalogue.edition(submission.form.hash);
    if (edition === undefined) throw problem('gone');
    const form = await edition.inLanguage(languageFor(submission, copy));
    const label = form.text('word.submittedBy') ?? englishPrintWords.submittedBy;
    return printDocument(
      form,
      answers,
      { today: submission.today, values: context },
      {
        status: 'submitted',
        copy,
        timeZone,
        reference,
        submittedAt,
        signatories: [...signatories, { label, name: submittedBy, at: submittedAt }],
      },
    );
  };

  return {
    ofDraft: async (draft, signatories = []) => {
      const edition = await drafts.editionOf(draft);
      const context = { today: today(clock, timeZone), values: draft.context };
      const form = await edition.inLanguage(draft.language);
      const document = printDocument(form, draft.answers, context, {
        status: 'draft',
        copy: 'own',
        timeZone,
        signatories,
      });
      return { bytes: await renderPdf(document), language: form.language };
    },

    ofSubmission: async (submission, copy) => {
      const document = await contentOfSubmission(submission, copy);
      return { bytes: await renderPdf(document), language: document.language };
    },

    contentOfSubmission,
  };
};

/** The council reads its own copy in English, whatever language it was filled in. */
const languageFor = ({ language }: Pick<DraftDocument, 'language'>, copy: PrintOptions['copy']): string | undefined =>
  copy === 'own' ? language : undefined;

/** A file name that every system takes: `FW-7K3M-9Q4P.pdf`. Never a person's name. */
export const pdfName = (reference: string | undefined): string => `${reference ?? 'draft'}.pdf`;
