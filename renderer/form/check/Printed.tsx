import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { printDocument, type PrintDocument } from '../../../engine/index.ts';
import { PrintView } from '../../print/PrintView.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { useFormT } from '../words.ts';

/** The whole form on paper, however the browser was told to print. It exists only for as long as that takes. */
export const Printed = ({ open }: { open: OpenDraft }) => {
  const { filling, form, context, service } = open;
  const t = useFormT();
  const [document, setDocument] = useState<PrintDocument>();
  useEffect(() => {
    const before = (): void => {
      filling.commitTyped();
      const { answers } = filling.state();
      const options = { status: 'draft', copy: 'own', timeZone: service.timeZone, omitEmpty: false } as const;
      flushSync(() => setDocument(printDocument(form, answers, context, options)));
    };
    const after = (): void => setDocument(undefined);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [filling, form, context, service.timeZone]);
  if (!document) return null;
  return (
    <div className="fill-paper">
      <p className="fill-paper-status">
        {document.classification} · {t('paper.draft')}
        {document.subject === '' ? '' : ` · ${document.subject}`}
      </p>
      <p className="fill-paper-title">{document.title}</p>
      <PrintView document={document} />
    </div>
  );
};
