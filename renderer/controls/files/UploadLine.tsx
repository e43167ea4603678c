import { formatBytes } from '../../../engine/index.ts';
import type { Upload } from '../../form/uploads/queue.ts';
import { Button } from '../../parts/Button.tsx';
import { AlertIcon } from '../../parts/icons.tsx';

interface UploadLineProps {
  upload: Upload;
  /** Cancels it on its way, or clears it after an error. */
  onClear: () => void;
}

const percent = (progress: number): number => Math.floor(progress * 100);

const stateOf = ({ phase, progress, bytes }: Upload): string => {
  if (phase === 'waiting') return 'Waiting for its turn';
  if (phase === 'retrying') return 'The connection was lost. It will be sent again by itself';
  return progress >= 1 ? 'Sent. It is being checked' : `${percent(progress)}% of ${formatBytes(bytes)}`;
};

/** A document on its way, or one that was refused. */
export const UploadLine = ({ upload, onClear }: UploadLineProps) => {
  const { name, phase, progress, message } = upload;
  const failed = phase === 'failed';
  return (
    <li className={failed ? 'files-one files-one-wrong' : 'files-one'}>
      <div className="files-head">
        <span className="files-name">{name}</span>
        <Button small onClick={onClear}>
          {failed ? 'Clear' : 'Cancel'}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
      {failed ? (
        <div className="field-error" role="alert">
          <AlertIcon />
          <span>
            Error:{' '}
            {message.map((line, index) => (
              <span className="files-line" key={index}>
                {line}{' '}
              </span>
            ))}
          </span>
        </div>
      ) : (
        <>
          <progress max={1} value={phase === 'sending' ? progress : 0} aria-label={`Upload of ${name}`} />
          <span className="small muted numbers">{stateOf(upload)}</span>
        </>
      )}
    </li>
  );
};
