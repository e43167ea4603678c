import { useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import { formatBytes } from '../../../engine/index.ts';
import { useAnswer, useTools } from '../../form/filling-context.ts';
import { Button } from '../../parts/Button.tsx';
import { FieldGroup } from '../../parts/inputs/Field.tsx';
import { DocumentLine } from '../files/DocumentLine.tsx';
import { documentsOf } from '../files/documents.ts';
import { UploadLine } from '../files/UploadLine.tsx';
import { useQuestionState, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import '../files/files.css';
import { useFormT } from '../../form/words.ts';

/** Documents: several may be chosen or dropped at once, they go one by one, and each says what has become of it. */
export const Files = (props: ControlProps) => {
  const { filling, uploads } = useTools();
  const { question, pointer, readOnly, texts } = useQuestionState(props);
  const t = useFormT();
  const answer = useAnswer(pointer);
  const queue = useSyncExternalStore(uploads.subscribe, uploads.queue);
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const rules = filling.form.definition.manifest.attachments;
  const documents = documentsOf(answer);
  const count = documents.filter(Boolean).length;

  const add = (files: FileList | null): void => {
    if (files && files.length > 0) uploads.add([...files], count);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  /** What had focus is gone: it goes to where another document can be chosen. */
  const gone = (words: string): void => {
    setSaid(words);
    button.current?.querySelector('button')?.focus();
  };

  return (
    <FieldGroup {...texts}>
      {!readOnly && rules && (
        <div
          className={over ? 'files-drop files-drop-over' : 'files-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <span ref={button}>
            <Button onClick={() => input.current?.click()}>{t('files.choose')}</Button>
          </span>{' '}
          <span className="files-drop-words">{t('files.drop')}</span>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            aria-label={question.label}
            accept={rules.extensions.map((extension) => `.${extension}`).join(',')}
            onChange={(event) => {
              add(event.target.files);
              event.target.value = '';
            }}
          />
          <p className="small muted">
            {t('files.rules', { extensions: rules.extensions.join(', '), size: formatBytes(rules.maxBytes) })}
          </p>
        </div>
      )}
      <p className="small" role="status">
        {queue.length === 0 && said}
        {queue.length === 0 && said !== '' && ' '}
        {count > 0 && t.count('files.added', count)}
      </p>
      {queue.length > 0 && (
        <ul className="files-list" aria-label={t('files.underway')}>
          {queue.map((upload) => (
            <UploadLine
              key={upload.key}
              upload={upload}
              onClear={() => {
                uploads.clear(upload.key);
                gone(upload.phase === 'failed' ? '' : t('files.cancelled', { name: upload.name }));
              }}
            />
          ))}
        </ul>
      )}
      {count > 0 && (
        <ul className="files-list" aria-label={t('files.here')}>
          {documents.map(
            (document, index) =>
              document && (
                <DocumentLine
                  key={document.id}
                  {...{ question, index, document, readOnly }}
                  list={pointer}
                  onRemoved={(name) => gone(t('removed', { name }))}
                />
              ),
          )}
        </ul>
      )}
    </FieldGroup>
  );
};

export const filesTester = asks('files');
