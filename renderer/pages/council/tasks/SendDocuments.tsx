import { useEffect, useRef, useState } from 'react';
import { formatBytes } from '../../../../engine/index.ts';
import type { Attachment } from '../../../../wire/form.ts';
import { sendFileAt } from '../../../form/uploads/send-file.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field, marksOf } from '../../../parts/inputs/Field.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { useT } from '../../../parts/words.ts';

interface SendDocumentsProps {
  id?: string;
  /** Where they are sent to. */
  address: string;
  help: string;
  documents: readonly Attachment[];
  onChange: (change: (documents: readonly Attachment[]) => readonly Attachment[]) => void;
  /** Some are still on their way. */
  onBusy: (busy: boolean) => void;
}

interface Underway {
  name: string;
  percent: number;
  stop: () => void;
}

/** Asked of a signal again after a wait. */
const hasEnded = (page: AbortSignal): boolean => page.aborted;

/** Documents that go with a form or a response, sent one after the other as soon as they are chosen. */
export const SendDocuments = ({
  id: own = 'send-documents',
  address,
  help,
  documents,
  onChange,
  onBusy,
}: SendDocumentsProps) => {
  const t = useT();
  const [underway, setUnderway] = useState<Underway>();
  const [refused, setRefused] = useState<string[]>([]);
  // Aborted when the page is left: what is under way ends, and nothing else begins.
  const page = useRef(new AbortController());
  useEffect(() => {
    const here = new AbortController();
    page.current = here;
    return () => here.abort();
  }, []);

  const sendAll = async (files: readonly File[]): Promise<void> => {
    setRefused([]);
    onBusy(true);
    for (const file of files) {
      const here = page.current.signal;
      if (hasEnded(here)) return;
      const flight = new AbortController();
      const show = (part: number): void =>
        setUnderway({ name: file.name, percent: Math.round(part * 100), stop: () => flight.abort() });
      show(0);
      const sent = await sendFileAt(address)(file, show, AbortSignal.any([here, flight.signal]));
      if (hasEnded(here)) return;
      if (typeof sent === 'object' && 'attachment' in sent) onChange((before) => [...before, sent.attachment]);
      else if (sent !== 'cancelled') {
        const why =
          typeof sent === 'object'
            ? sent.refused
            : 'It could not be sent. Check your connection, then choose it again.';
        setRefused((before) => [...before, `${file.name}: ${why}`]);
      }
    }
    setUnderway(undefined);
    onBusy(false);
  };

  const texts = { id: own, label: 'Documents', help, optional: true };
  return (
    <>
      <Field {...texts}>
        <input
          {...marksOf(texts)}
          type="file"
          multiple
          className="input"
          disabled={underway !== undefined}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) void sendAll(files);
          }}
        />
      </Field>
      <div role="status">
        {underway && (
          <p>
            Uploading {underway.name}: {underway.percent} %{' '}
            <Button small onClick={underway.stop}>
              Cancel
            </Button>
          </p>
        )}
      </div>
      {refused.length > 0 && (
        <Notice kind="danger" role="alert">
          {refused.map((line) => (
            <p className="lines" key={line}>
              {t('error', { message: line })}
            </p>
          ))}
        </Notice>
      )}
      <ul className="chosen" aria-label="Documents that go with it">
        {documents.map(({ id, name, bytes }) => (
          <li key={id}>
            <span>
              {name}
              <span className="row-note">{formatBytes(bytes)}</span>
            </span>
            <Button small onClick={() => onChange((before) => before.filter((other) => other.id !== id))}>
              Remove<span className="visually-hidden"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};
