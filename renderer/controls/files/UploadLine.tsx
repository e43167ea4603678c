import { formatBytes } from '../../../engine/index.ts';
import type { Upload } from '../../form/uploads/queue.ts';
import { Button } from '../../parts/Button.tsx';
import { AlertIcon } from '../../parts/icons.tsx';
import { useFormT, type FormTranslate } from '../../form/words.ts';

interface UploadLineProps {
  upload: Upload;
  /** Cancels it on its way, or clears it after an error. */
  onClear: () => void;
}

const percent = (progress: number): number => Math.floor(progress * 100);

const stateOf = (t: FormTranslate, { phase, progress, bytes }: Upload): string => {
  if (phase === 'waiting') return t('files.waiting');
  if (phase === 'retrying') return t('files.retrying');
  if (progress >= 1) return t('files.checked');
  return t('files.progress', { percent: percent(progress), size: formatBytes(bytes) });
};

/** A document on its way, or one that was refused. */
export const UploadLine = ({ upload, onClear }: UploadLineProps) => {
  const { name, phase, progress, message } = upload;
  const t = useFormT();
  const failed = phase === 'failed';
  return (
    <li className={failed ? 'files-one files-one-wrong' : 'files-one'}>
      <div className="files-head">
        <span className="files-name">{name}</span>
        <Button small onClick={onClear}>
          {t(failed ? 'files.clear' : 'cancel')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
      {failed ? (
        <div className="field-error" role="alert">
          <AlertIcon />
          <span>
            {t('error', { message: '' }).trim()}{' '}
            {message.map((line, index) => (
              <span className="files-line" key={index}>
                {line}{' '}
              </span>
            ))}
          </span>
        </div>
      ) : (
        <>
          <progress max={1} value={phase === 'sending' ? progress : 0} aria-label={t('files.upload', { name })} />
          <span className="small muted numbers">{stateOf(t, upload)}</span>
        </>
      )}
    </li>
  );
};
