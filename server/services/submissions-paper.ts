/** The PDF of a draft or a submission, from its own version of the form. */
import { printDocument } from '../../engine/index.ts';
import type { PrintOptions } from '../../engine/index.ts';
import { today } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/errors.ts';
import { renderPdf } from '../pdf/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { DraftDocument, SubmissionDocument } from './drafts-documents.ts';
import type { Drafts } from './drafts.ts';

export interface Paper {
  /** `signatories`: who has written in it so far. */
  ofDraft: (draft: DraftDocument, signatories?: PrintOptions['signatories']) => Promise<Buffer>;
  ofSubmission: (submission: SubmissionDocument, copy: PrintOptions['copy']) => Promise<Buffer>;
}

export interface PaperParts {
  clock: Clock;
  timeZone: string;
  catalogue: Catalogue;
  drafts: Drafts;
}

export const createPaper = ({ clock, timeZone, catalogue, drafts }: PaperParts): Paper => ({
  ofDraft: async (draft, signatories = []) => {
    const edition = await drafts.editionOf(draft);
    const context = { today: today(clock, timeZone), values: draft.context };
    return renderPdf(
      printDocument(edition.compiled(), draft.answers, context, {
        status: 'draft',
        copy: 'own',
        timeZone,
        signatories,
      }),
    );
  },

  ofSubmission: async (submission, copy) => {
    const { form, answers, context, reference, submittedAt, submittedBy, signatories = [] } = submission;
    const edition = await catalogue.edition(form.hash);
    if (edition === undefined) throw problem('gone');
    const document = printDocument(
      edition.compiled(),
      answers,
      { today: submission.today, values: context },
      {
        status: 'submitted',
        copy,
        timeZone,
        reference,
        submittedAt,
        signatories: [...signatories, { label: 'Submitted by', name: submittedBy, at: submittedAt }],
      },
    );
    return renderPdf(document);
  },
});

/** A file name that every system takes: `FW-7K3M-9Q4P.pdf`. Never a person's name. */
export const pdfName = (reference: string | undefined): string => `${reference ?? 'draft'}.pdf`;
