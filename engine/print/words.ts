import type { CompiledForm } from '../compile/form.ts';
import type { PrintWords } from './document.ts';

/** In English; a text `word.<name>` of the form or its language stands in its place. */
export const englishPrintWords: PrintWords = {
  notAnswered: 'Not answered',
  draftNotice: 'This is a draft. It has not been submitted.',
  draftMark: 'DRAFT – not submitted',
  documents: 'Documents',
  documentsSent: 'Documents sent with this form',
  kind: 'Kind',
  document: 'Document',
  title: 'Title',
  size: 'Size',
  total: 'Total',
  submitted: 'Submitted {at}',
  submittedBy: 'Submitted by',
  page: 'Page {page} of {pages}',
};

export const printWords = (form: CompiledForm): PrintWords => {
  const word = (name: keyof PrintWords): string => form.text(`word.${name}`) ?? englishPrintWords[name];
  return {
    notAnswered: word('notAnswered'),
    draftNotice: word('draftNotice'),
    draftMark: word('draftMark'),
    documents: word('documents'),
    documentsSent: word('documentsSent'),
    kind: word('kind'),
    document: word('document'),
    title: word('title'),
    size: word('size'),
    total: word('total'),
    submitted: word('submitted'),
    submittedBy: word('submittedBy'),
    page: word('page'),
  };
};
