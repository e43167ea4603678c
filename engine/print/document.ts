/** The one tree from which the PDF, the print view, check-your-answers and the read-only view are drawn. */
import type { Pointer } from '../json.ts';

export interface PrintDocument {
  title: string;
  header: string;
  classification: string;
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** What stands in print besides the form's own words; English when absent. */
  words?: PrintWords;
  status: 'draft' | 'submitted';
  /** `FW-7K3M-9Q2P` or the like; absent while a draft. */
  reference?: string;
  /** Whom it is about, for header and footer; empty while unknown. */
  subject: string;
  /** `01-Jan-2013`, when known. */
  dateOfBirth?: string;
  /** `14-Jul-2021 10:57`, absent while a draft. */
  submittedAt?: string;
  /** Name and role of who submitted, and of a counter-signatory; `at` as `submittedAt`. */
  signatories: { label: string; name: string; at: string }[];
  cover: { label: string; value: string }[];
  sections: PrintSection[];
  attachments: PrintAttachment[];
}

/** `{page}` and the like stand for values. */
export interface PrintWords {
  notAnswered: string;
  /** On the first page of a draft, and at the head of the others. */
  draftNotice: string;
  draftMark: string;
  documents: string;
  documentsSent: string;
  kind: string;
  document: string;
  title: string;
  size: string;
  total: string;
  /** With `{at}`. */
  submitted: string;
  submittedBy: string;
  /** With `{page}` and `{pages}`. */
  page: string;
}

/** A page of the form. */
export interface PrintSection {
  id: string;
  heading: string;
  blocks: PrintBlock[];
}

export type PrintBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'note'; text: string }
  /** `lines` are paragraphs; empty when not answered. */
  | { kind: 'answer'; pointer: Pointer; question: string; lines: string[]; required: boolean }
  | PrintTable;

export interface PrintTable {
  kind: 'table';
  pointer: Pointer;
  question: string;
  required: boolean;
  columns: { label: string; numeric: boolean }[];
  rows: string[][];
  /** One cell a column, empty where there is no total. */
  totals?: string[];
}

export interface PrintAttachment {
  id: string;
  name: string;
  kind: string;
  title: string;
  bytes: number;
}
