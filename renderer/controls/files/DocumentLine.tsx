import { useState } from 'react';
import { formatBytes, type Question } from '../../../engine/index.ts';
import { valueAt, type Pointer } from '../../../engine/json.ts';
import { call, ProblemError } from '../../api/client.ts';
import { useFilling, useTools } from '../../form/filling-context.ts';
import { Button } from '../../parts/Button.tsx';
import { AlertIcon } from '../../parts/icons.tsx';
import { Elements } from '../dispatch.tsx';
import { idOf, pathOf, RowContext } from '../question.tsx';
import { withoutDocument, type Document } from './documents.ts';
import { useFormT } from '../../form/words.ts';

interface DocumentLineProps {
  question: Question;
  /** Of the list of documents. */
  list: Pointer;
  index: number;
  document: Document;
  readOnly: boolean;
  onRemoved: (name: string) => void;
}

const deleted = async (address: `/api/drafts/${string}/attachments/${string}`): Promise<string | undefined> => {
  try {
    await call('DELETE', address);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError && error.body.status === 404) return undefined;
    return error instanceof Error ? error.message : String(error);
  }
};

/** A document that has arrived, what is asked about it, and the way to remove it. */
export const DocumentLine = ({ question, list, index, document, readOnly, onRemoved }: DocumentLineProps) => {
  const { filling, draftId } = useTools();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const t = useFormT();
  const pointer = `${list}/${index}`;
  const { detail } = question.element.options ?? {};
  const layout = useFilling(({ shown }) => detail && filling.filter(detail, shown, pointer));
  const address = `/api/drafts/${draftId}/attachments/${document.id}` as const;

  const remove = async (): Promise<void> => {
    setBusy(true);
    filling.commitTyped();
    const problem = await deleted(address);
    setBusy(false);
    setFailure(problem);
    if (problem !== undefined) return;
    filling.forget(list);
    filling.answer(list, withoutDocument(valueAt(filling.state().answers, list), document.id));
    onRemoved(document.name);
  };

  return (
    <li className="files-one" id={idOf(pointer)} tabIndex={-1}>
      <div className="files-head">
        <span className="files-name">
          <a href={address} download={document.name}>
            {document.name}
          </a>{' '}
          <span className="small muted numbers">{formatBytes(document.bytes)}</span>
        </span>
        {!readOnly && (
          <Button small busy={busy} busyText={t('removing')} onClick={() => void remove()}>
            {t('remove')}
            <span className="visually-hidden"> {document.name}</span>
          </Button>
        )}
      </div>
      {failure !== undefined && (
        <p className="field-error" role="alert">
          <AlertIcon />
          <span>
            {t('error', { message: t('files.notRemoved', { name: document.name }) })} <span lang="en">{failure}</span>
          </span>
        </p>
      )}
      {layout && (
        <div className="files-questions">
          <RowContext value={document.name}>
            <Elements elements={layout.elements} path={pathOf(pointer)} schema={question.schema.items ?? {}} />
          </RowContext>
        </div>
      )}
    </li>
  );
};
