import { formatBytes } from '../../engine/index.ts';
import type { SentFile } from '../../wire/form.ts';

interface FileLinksProps {
  files: readonly SentFile[];
  /** Under which each stands by its id. */
  address: string;
  label?: string;
}

/** Documents to download, with their sizes; nothing where there are none. */
export const FileLinks = ({ files, address, label }: FileLinksProps) =>
  files.length === 0 ? null : (
    <ul {...(label !== undefined && { 'aria-label': label })}>
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={`${address}/${id}`} download={name}>
            {name}
          </a>{' '}
          <span className="muted small nowrap">{formatBytes(bytes)}</span>
        </li>
      ))}
    </ul>
  );
